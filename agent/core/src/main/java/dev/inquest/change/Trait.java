package dev.inquest.change;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * One thing that a diff does.
 *
 * @param form how plainly it is done
 * @param factor how many times as large a value became; NaN where it is no number
 * @param key the setting or name it is done to, as written; untrusted
 * @param values what the new side says, folded, where a value changed: {@code 300, 0.3}
 */
public record Trait(
    Mechanism mechanism,
    Direction direction,
    Form form,
    double factor,
    String key,
    String path,
    Set<String> values) {
  /** How plainly. */
  public enum Form {
    /** A value that was changed into another. */
    VALUE,
    /** Something that was put there or taken away, seen as such. */
    STRUCTURE,
    /** Lines that were touched speak of it. */
    MENTION
  }

  public Trait {
    requireNonNull(mechanism, "mechanism");
    requireNonNull(direction, "direction");
    requireNonNull(form, "form");
    requireNonNull(key, "key");
    requireNonNull(path, "path");
    values = Set.copyOf(values);
  }

  static Trait structure(Mechanism mechanism, Direction direction, String key, String path) {
    return new Trait(mechanism, direction, Form.STRUCTURE, Double.NaN, key, path, Set.of());
  }

  static Trait mention(Mechanism mechanism, Direction direction, String key, String path) {
    return new Trait(mechanism, direction, Form.MENTION, Double.NaN, key, path, Set.of());
  }

  /** By how much, either way: |ln factor|; 0 where it is no number. */
  public double magnitude() {
    if (Double.isNaN(factor)) {
      return 0;
    }
    return factor <= 0 || Double.isInfinite(factor) ? 10 : Math.abs(StrictMath.log(factor));
  }

  /** For sentences, e.g. {@code a timeout (down, 0.06×)}. */
  public String words() {
    String way = direction.name().toLowerCase(java.util.Locale.ROOT);
    return mechanism.words() + " " + way;
  }
}
