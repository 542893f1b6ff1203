package dev.inquest.diagnosis;

import dev.inquest.analysis.FiniteSeries;
import dev.inquest.analysis.SeriesMerger;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Matching;
import dev.inquest.investigation.Scope;
import java.util.List;

/** The series that the alert speaks of. */
final class AlertedSeries {
  private AlertedSeries() {}

  /** Joined where they differ in instance or version only, from the window's beginning on. */
  static List<FiniteSeries> of(Scope scope, Gathered gathered) {
    Matching matching = Matching.of(scope, gathered.metrics());
    // Neither instance nor version says what an alert speaks of, so the others need no joining.
    return SeriesMerger.merge(
            gathered.metrics().stream().filter(series -> matching.covers(series.id())).toList())
        .stream()
        .map(series -> FiniteSeries.of(series, scope.window().from()))
        .toList();
  }
}
