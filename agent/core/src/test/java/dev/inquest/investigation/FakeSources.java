package dev.inquest.investigation;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeAnswer;
import dev.inquest.change.ChangeQuery;
import dev.inquest.change.ChangeSource;
import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.MetricAnswer;
import dev.inquest.evidence.MetricQuery;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.MetricSource;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.TraceAnswer;
import dev.inquest.evidence.TraceQuery;
import dev.inquest.evidence.TraceSource;
import java.util.List;

/** Sources that answer what they were given. */
final class FakeSources {
  private FakeSources() {}

  static MetricSource metrics(List<MetricSeries> series) {
    return new MetricSource() {
      @Override
      public MetricAnswer series(MetricQuery query) {
        return new MetricAnswer("all", series, List.of(), false);
      }

      @Override
      public String name() {
        return "fake-metrics";
      }

      @Override
      public CheckResult check() {
        return CheckResult.ok("in memory");
      }
    };
  }

  static TraceSource traces(List<SampledTrace> traces) {
    return new TraceSource() {
      @Override
      public TraceAnswer sample(TraceQuery query) {
        return new TraceAnswer("all", traces, traces.size(), List.of());
      }

      @Override
      public String name() {
        return "fake-traces";
      }

      @Override
      public CheckResult check() {
        return CheckResult.ok("in memory");
      }
    };
  }

  static ChangeSource changes(List<Change> changes) {
    return new ChangeSource() {
      @Override
      public ChangeAnswer changes(ChangeQuery query) {
        return new ChangeAnswer("all", changes, List.of());
      }

      @Override
      public String name() {
        return "fake-changes";
      }

      @Override
      public CheckResult check() {
        return CheckResult.ok("in memory");
      }
    };
  }
}
