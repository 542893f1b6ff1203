package dev.inquest.connectors.postgresql;

import dev.inquest.connectors.postgresql.session.UntestableException;
import dev.inquest.evidence.TimeWindow;
import java.time.Duration;
import java.time.Instant;

/**
 * A window cut in two.
 *
 * @param whole from the first to the last moment looked at
 * @param split between the two
 */
record SplitWindow(TimeWindow whole, Instant split) {
  private static final Duration MAX_BEFORE = Duration.ofHours(6);

  static SplitWindow of(Parameters parameters) {
    Instant from = parameters.instant("from");
    Instant split = parameters.instant("split");
    Instant to = parameters.instant("to");
    if (!from.isBefore(split) || split.isAfter(to)) {
      throw new UntestableException("parameters from, split and to are not in order");
    }
    Instant earliest = split.minus(MAX_BEFORE);
    return new SplitWindow(new TimeWindow(from.isBefore(earliest) ? earliest : from, to), split);
  }
}
