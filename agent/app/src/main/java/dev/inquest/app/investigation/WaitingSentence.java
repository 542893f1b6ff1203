package dev.inquest.app.investigation;

import dev.inquest.investigation.Figures;
import dev.inquest.investigation.Sentences;
import java.util.List;
import java.util.stream.Collectors;

/** Says why an incident is still open though its alerts are resolved. */
final class WaitingSentence {
  private static final int MOST_NAMED = 3;

  private WaitingSentence() {}

  static String of(RecoveryState.Waiting waiting) {
    List<Band> all = waiting.mustReturn();
    String named =
        all.stream().limit(MOST_NAMED).map(WaitingSentence::band).collect(Collectors.joining("; "));
    String more = all.size() <= MOST_NAMED ? "" : "; and " + (all.size() - MOST_NAMED) + " more";
    return "Its alerts are resolved. It stays open until these have been back, or nearly, for "
        + Sentences.length(waiting.window())
        + ": "
        + named
        + more
        + ".";
  }

  private static String band(Band band) {
    return Sentences.name(band.series())
        + " (before: "
        + Figures.of(band.series(), least(band))
        + " to "
        + Figures.of(band.series(), band.high())
        + ")";
  }

  /** A band is as wide downwards, and nobody waits for less than nothing. */
  private static double least(Band band) {
    return band.before() >= 0 ? Math.max(0, band.low()) : band.low();
  }
}
