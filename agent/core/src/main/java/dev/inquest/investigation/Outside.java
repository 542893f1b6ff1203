package dev.inquest.investigation;

import static java.util.Objects.requireNonNull;

import dev.inquest.hypothesis.CauseKind;

/**
 * A sign that the cause lies outside of what was changed: with a third party, in the network, on a
 * node, in the data.
 *
 * @param where the service it is felt in
 * @param what the host, node or record it points at
 * @param strength in [0, 1]
 */
public record Outside(CauseKind kind, String where, String what, double strength, String sentence) {
  public Outside {
    requireNonNull(kind, "kind");
    requireNonNull(where, "where");
    requireNonNull(what, "what");
    requireNonNull(sentence, "sentence");
    if (!(strength >= 0 && strength <= 1)) {
      throw new IllegalArgumentException("strength is not in [0, 1]: " + strength);
    }
  }

  Outside in(String service) {
    return new Outside(kind, service, what, strength, sentence);
  }

  /** Two independent signs of one kind (noisy or). */
  Outside joined(Outside other) {
    boolean stronger = strength >= other.strength;
    Outside first = stronger ? this : other;
    Outside second = stronger ? other : this;
    double both = 1 - (1 - strength) * (1 - other.strength);
    return new Outside(kind, first.where, first.what, both, first.sentence + " " + second.sentence);
  }
}
