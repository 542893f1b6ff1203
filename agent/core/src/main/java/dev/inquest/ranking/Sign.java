package dev.inquest.ranking;

import dev.inquest.diagnosis.Onset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with one node.
 *
 * @param service the node: a service, or a database, queue or third party
 * @param instance where one shows it; null for the whole service
 * @param indicator the series, operation or template that shows it
 * @param effect how far beyond the usual, without unit, signed: negative is a fall
 * @param worse whether the direction is the bad one
 * @param share of what the incident costs, in [0, 1]; 1 where it cannot be told
 * @param explained part of it that something called accounts for, in [0, 1]
 * @param region code before and after the fault, for a fault in code; else empty
 * @param sentence for a reader, of trusted words and guarded names
 */
public record Sign(
    String service,
    @Nullable String instance,
    Aspect aspect,
    String indicator,
    double effect,
    boolean worse,
    double before,
    double after,
    double share,
    double explained,
    double pValue,
    @Nullable Onset onset,
    List<String> region,
    String sentence) {
  public Sign {
    region = List.copyOf(region);
    if (!(share >= 0 && share <= 1 && explained >= 0 && explained <= 1)) {
      throw new IllegalArgumentException("share or explained of " + indicator + " not in [0, 1]");
    }
  }

  /** The same as a sign of another node, none of its instances. */
  Sign at(String node) {
    return new Sign(
        node, null, aspect, indicator, effect, worse, before, after, share, explained, pValue,
        onset, region, sentence);
  }

  Sign with(double newShare, double newExplained) {
    return new Sign(
        service,
        instance,
        aspect,
        indicator,
        effect,
        worse,
        before,
        after,
        Math.clamp(newShare, 0, 1),
        Math.clamp(newExplained, 0, 1),
        pValue,
        onset,
        region,
        sentence);
  }
}
