package dev.inquest.diagnosis;

import dev.inquest.analysis.DetectorSettings;
import dev.inquest.analysis.FiniteSeries;
import dev.inquest.analysis.Materiality;
import dev.inquest.analysis.Robust;
import dev.inquest.analysis.Symptom;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Scope;
import java.time.Duration;
import java.util.List;

/** Whether the alert's own series were there to be judged, before anyone says that all is well. */
final class Sight {
  private static final int NEWEST = 3;

  /** The beginning is this part of a series. */
  private static final int BEGINNING = 4;

  /** A series that ended this many steps before the alert says nothing about it. */
  private static final int STALE_STEPS = 5;

  /** What can be said of the alert's own series. */
  enum Seen {
    /** None with enough samples up to the alert. */
    NOTHING,
    /** The newest samples are off the baseline, too few of them to judge. */
    PERHAPS_BEGINNING,
    /** The newest samples are off where the series began, though no lasting step is clear. */
    NOT_AS_IT_BEGAN,
    /** Enough samples, and the newest are as before. */
    AS_BEFORE
  }

  private Sight() {}

  static Seen of(Scope scope, Gathered gathered) {
    List<FiniteSeries> judged =
        AlertedSeries.of(scope, gathered).stream().filter(series -> enough(scope, series)).toList();
    if (judged.isEmpty()) {
      return Seen.NOTHING;
    }
    if (judged.stream().anyMatch(series -> off(series, series.size() - NEWEST))) {
      return Seen.PERHAPS_BEGINNING;
    }
    return judged.stream().anyMatch(series -> off(series, beginning(series)))
        ? Seen.NOT_AS_IT_BEGAN
        : Seen.AS_BEFORE;
  }

  /** Where an incident fills most of what was read, the rest of the series is no baseline. */
  private static int beginning(FiniteSeries series) {
    return Math.max(DetectorSettings.DEFAULT.minBefore(), series.size() / BEGINNING);
  }

  private static boolean enough(Scope scope, FiniteSeries series) {
    DetectorSettings settings = DetectorSettings.DEFAULT;
    int n = series.size();
    if (n < settings.minBefore() + settings.minAfter()) {
      return false;
    }
    Duration step = Duration.between(series.timeAt(0), series.timeAt(n - 1)).dividedBy(n - 1);
    return series.timeAt(n - 1).plus(step.multipliedBy(STALE_STEPS)).isAfter(scope.alertedAt());
  }

  /** All of the newest samples against the first ones; one wild one does not count. */
  private static boolean off(FiniteSeries series, int baseline) {
    DetectorSettings settings = DetectorSettings.DEFAULT;
    int n = series.size();
    double[] before = series.values(0, baseline);
    double[] newest = series.values(n - NEWEST, n);
    double scale = Robust.scale(before, newest, settings.relativeFloor());
    double middle = Robust.median(before);
    if (!Materiality.matters(series.series().id(), middle, Robust.median(newest))) {
      return false;
    }
    double sign = worseWhenLower(series.series()) ? -1 : 1;
    for (double value : newest) {
      if (!(sign * (value - middle) > settings.minEffect() * scale)) {
        return false;
      }
    }
    return true;
  }

  private static boolean worseWhenLower(MetricSeries series) {
    return Symptom.worseWhenLower(series.id());
  }
}
