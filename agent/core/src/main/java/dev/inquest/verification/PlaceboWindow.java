package dev.inquest.verification;

import dev.inquest.analysis.ChangePointDetector;
import dev.inquest.analysis.DetectorSettings;
import dev.inquest.analysis.Detectors;
import dev.inquest.analysis.FiniteSeries;
import dev.inquest.analysis.SeriesMerger;
import dev.inquest.change.ChangeUnit;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Shift;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The same test on earlier times at which nothing was changed: there it must find nothing. */
final class PlaceboWindow implements Verifier {
  private static final int MIN_PLACEBOS = 3;
  private static final int MAX_PLACEBOS = 12;
  private static final double MAX_P = 0.01;
  private static final double TOLERATED = 0.2;

  /** So unlikely must the hits be by chance alone before they speak against a cause. */
  private static final double REFUTES = 0.05;

  @Override
  public String id() {
    return "placebo-window";
  }

  @Override
  public Finding verify(Inquiry inquiry, Hypothesis hypothesis) {
    Optional<Shift> shift = inquiry.matching().stream().findFirst();
    if (shift.isEmpty()) {
      return Finding.untestable("no matching metric shifted");
    }
    Optional<MetricSeries> series =
        SeriesMerger.find(inquiry.gathered().metrics(), shift.get().series());
    return series
        .map(s ->
            placebos(inquiry, FiniteSeries.of(s, inquiry.scope().window().from()), shift.get()))
        .orElseGet(() -> Finding.untestable("the shifted series is no longer there"));
  }

  private static Finding placebos(Inquiry inquiry, FiniteSeries series, Shift shift) {
    DetectorSettings settings = DetectorSettings.DEFAULT;
    ChangePointDetector detector = Detectors.find("robust-mean-shift");
    int end = series.firstAtOrAfter(inquiry.onset().from());
    int width = Math.max(settings.minAfter(), Math.min(series.size() - end, end / 4));
    int tried = 0;
    int found = 0;
    for (int to = end;
        to - width >= settings.minBefore() && tried < MAX_PLACEBOS;
        to -= Math.max(1, width / 2)) {
      if (quiet(inquiry, series.timeAt(to - width), series.timeAt(Math.max(0, to - 1)))) {
        tried++;
        found +=
            series
                    .find(detector, to, series.secondsAt(to - width), settings)
                    .filter(s -> s.pValue() < MAX_P && s.effect() * shift.effect() > 0)
                    .isPresent()
                ? 1
                : 0;
      }
    }
    return judge(tried, found, shift);
  }

  private static Finding judge(int tried, int found, Shift shift) {
    if (tried < MIN_PLACEBOS) {
      return Finding.untestable("the baseline is too short for placebo windows");
    }
    List<String> evidence = List.of(shift.evidence());
    String sentence =
        "The same test finds a shift in "
            + found
            + " of "
            + tried
            + " earlier windows in which "
            + "nothing was changed.";
    if (found <= TOLERATED * tried) {
      return Finding.supported(sentence, 1, evidence);
    }
    return atLeast(found, tried) < REFUTES
        ? Finding.refuted(sentence, evidence)
        : Finding.untestable("too few placebo windows to tell: " + found + " of " + tried);
  }

  /** The chance of so many hits, or more, where each comes with the tolerated rate (binomial). */
  private static double atLeast(int found, int tried) {
    double tail = 0;
    double term = StrictMath.pow(1 - TOLERATED, tried);
    for (int hits = 0; hits <= tried; hits++) {
      tail += hits >= found ? term : 0;
      term *= (tried - hits) / (hits + 1.0) * TOLERATED / (1 - TOLERATED);
    }
    return tail;
  }

  private static boolean quiet(Inquiry inquiry, Instant from, Instant to) {
    return inquiry.units().stream()
        .map(ChangeUnit::effectiveAt)
        .noneMatch(at -> at != null && !at.isBefore(from) && !at.isAfter(to));
  }
}
