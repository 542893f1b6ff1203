package dev.inquest.ranking;

import dev.inquest.diagnosis.Onset;
import dev.inquest.limit.LastUsed;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The signs in one incident's evidence, kept with what they were sought by: who only weighs them
 * otherwise need not seek them again. Thread-safe.
 */
public final class KeptSigns {
  /** The incumbent's, a candidate's, and where a climb stands. */
  private static final int MOST = 3;

  /**
   * All that signs depend on beside the evidence.
   *
   * @param onset {@code null} where nobody can say when it began
   */
  private record Sought(
      @Nullable Onset onset,
      RankSettings.Scan scan,
      RankSettings.Traces traces,
      RankSettings.Paths paths) {}

  private final LastUsed<Sought, List<Sign>> kept = new LastUsed<>(MOST);

  List<Sign> of(RankSettings settings, @Nullable Onset onset, Supplier<List<Sign>> seeking) {
    Sought sought = new Sought(onset, settings.scan(), settings.traces(), settings.paths());
    return kept.of(sought, by -> List.copyOf(seeking.get()));
  }
}
