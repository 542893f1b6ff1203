package dev.inquest.kit;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.MetricAnswer;
import dev.inquest.evidence.MetricQuery;
import dev.inquest.evidence.MetricSource;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;

class FakeMetricSourceTest extends MetricSourceContract {
  @Override
  protected MetricSource source() {
    return new FakeMetricSource(HELD);
  }

  @Override
  protected MetricSource unreachable() {
    return new MetricSource() {
      @Override
      public String name() {
        return "gone";
      }

      @Override
      public CheckResult check() {
        return CheckResult.failed("it is gone", "Bring it back.");
      }

      @Override
      public MetricAnswer series(MetricQuery query) {
        throw new FailureException(
            Failure.transientFailure("source-unavailable", "gone", "it is gone"));
      }
    };
  }
}
