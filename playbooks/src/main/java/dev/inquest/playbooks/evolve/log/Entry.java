package dev.inquest.playbooks.evolve.log;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log.
 *
 * @param n from 0
 * @param prev hash of the line before; 64 zeros for the first
 * @param round 0 where it belongs to none; of a milestone the last one before it
 * @param canary whose trial it belongs to; null likewise
 * @param candidateSha256 what was committed to; null elsewhere
 * @param files SHA-256 of what was written, by path below the run's folder
 * @param runKey told by the last line; null before
 * @param reason why the run ended; null before
 */
public record Entry(
    int n,
    String prev,
    Kind kind,
    int round,
    @Nullable String canary,
    @Nullable String candidateSha256,
    SortedMap<String, String> files,
    @Nullable String runKey,
    @Nullable String reason,
    Instant at) {
  public Entry {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** What a line says. */
  public enum Kind {
    /** The run begins, with these settings and playbooks. */
    START,
    /** This candidate is fixed; its seeds are drawn hereafter. */
    COMMIT,
    CANARY,
    ROUND,
    /** What never steers was played. */
    MILESTONE,
    END
  }
}
