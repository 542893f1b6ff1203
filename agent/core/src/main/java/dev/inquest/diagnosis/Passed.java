package dev.inquest.diagnosis;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import dev.inquest.analysis.DetectorSettings;
import dev.inquest.analysis.FiniteSeries;
import dev.inquest.analysis.Materiality;
import dev.inquest.analysis.Robust;
import dev.inquest.analysis.Symptom;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was alerted about is over: every alert ended by its sender's own word, it has been quiet for
 * as long as it lasted, and every series that the alert speaks of is as it was before.
 */
final class Passed {
  private Passed() {}

  /** Since when; empty where it goes on, or where that cannot be told. */
  static Optional<Instant> since(Scope scope, Gathered gathered) {
    return ended(scope.alerts())
        .filter(end -> quietLongEnough(scope, end))
        .filter(end -> asBefore(scope, gathered, end));
  }

  private static Optional<Instant> ended(List<Alert> alerts) {
    Instant last = null;
    for (Alert alert : alerts) {
      Instant end = alert.endsAt();
      if (alert.status() != AlertStatus.RESOLVED || end == null) {
        return Optional.empty();
      }
      last = last == null || end.isAfter(last) ? end : last;
    }
    return Optional.ofNullable(last);
  }

  private static boolean quietLongEnough(Scope scope, Instant end) {
    Duration lasted = Duration.between(scope.alertedAt(), end);
    return !lasted.isNegative() && !end.plus(lasted).isAfter(scope.window().to());
  }

  private static boolean asBefore(Scope scope, Gathered gathered, Instant end) {
    List<FiniteSeries> judged =
        AlertedSeries.of(scope, gathered).stream()
            .filter(series -> judgeable(scope, series, end))
            .toList();
    return !judged.isEmpty() && judged.stream().noneMatch(series -> worse(scope, series, end));
  }

  private static boolean judgeable(Scope scope, FiniteSeries series, Instant end) {
    DetectorSettings settings = DetectorSettings.DEFAULT;
    return series.firstAtOrAfter(scope.alertedAt()) >= settings.minBefore()
        && series.size() - series.firstAtOrAfter(end) >= settings.minAfter();
  }

  private static boolean worse(Scope scope, FiniteSeries series, Instant end) {
    DetectorSettings settings = DetectorSettings.DEFAULT;
    double[] before = series.values(0, series.firstAtOrAfter(scope.alertedAt()));
    double[] since = series.values(series.firstAtOrAfter(end), series.size());
    double was = Robust.median(before);
    double is = Robust.median(since);
    double sign = Symptom.worseWhenLower(series.series().id()) ? -1 : 1;
    return Materiality.matters(series.series().id(), was, is)
        && sign * (is - was)
            > settings.minEffect() * Robust.scale(before, since, settings.relativeFloor());
  }
}
