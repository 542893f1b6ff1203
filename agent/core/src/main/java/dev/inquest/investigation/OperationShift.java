package dev.inquest.investigation;

import java.util.List;
import java.util.Objects;

/**
 * An operation's self-time before and after the onset, from the sample of traces.
 *
 * @param evidence id of the computed fact
 * @param beforeP50Seconds weighted median self-time before
 * @param pValue Mann-Whitney's, after Benjamini and Hochberg
 * @param errorsBefore weighted share of failed spans, in [0, 1]
 * @param distinguishing what its slow spans have in common, the clearest first
 */
public record OperationShift(
    String evidence,
    String service,
    String operation,
    double beforeP50Seconds,
    double afterP50Seconds,
    double beforeP95Seconds,
    double afterP95Seconds,
    double errorsBefore,
    double errorsAfter,
    int spansBefore,
    int spansAfter,
    double pValue,
    List<DistinguishingAttribute> distinguishing) {
  public OperationShift {
    // absent in results that an earlier version wrote down
    distinguishing = List.copyOf(Objects.requireNonNullElse(distinguishing, List.of()));
  }
}
