package dev.inquest.analysis;

import dev.inquest.change.Words;
import dev.inquest.evidence.SeriesId;
import java.util.Set;

/**
 * What is held while a call is waited for: connections, threads, workers. It fills where the call
 * takes longer, without being short itself: as many are in use as are asked for in a second times
 * the seconds each is held.
 *
 * @see <a href="https://doi.org/10.1287/opre.9.3.383">J. D. C. Little, A Proof for the Queuing
 *     Formula L = λW, Operations Research 9 (1961)</a>
 */
public final class Held {
  private static final Set<String> WORDS =
      Set.of(
          "pool",
          "pools",
          "connection",
          "connections",
          "thread",
          "threads",
          "worker",
          "workers",
          "sessions",
          "slots",
          "inflight",
          "concurrency");

  private Held() {}

  /** By the series' name: telemetry conventions fix what it counts. */
  public static boolean counts(SeriesId id) {
    return counts(id.name());
  }

  /** By the name alone. */
  public static boolean counts(String metric) {
    return Words.parts(metric).stream().anyMatch(WORDS::contains);
  }
}
