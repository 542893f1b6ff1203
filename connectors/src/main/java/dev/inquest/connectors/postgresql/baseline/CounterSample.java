package dev.inquest.connectors.postgresql.baseline;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the counters of one kind said at one time.
 *
 * @param resetMillis when the server last set all of them to zero, in ms since 1970; {@link
 *     Counters#UNKNOWN} where it never did or does not say
 * @param complete nothing was left out by the limit
 * @param counters by statement id or table name
 */
public record CounterSample(
    Instant at, long resetMillis, boolean complete, Map<String, Counters> counters) {
  public CounterSample {
    counters = Collections.unmodifiableMap(new LinkedHashMap<>(counters));
  }
}
