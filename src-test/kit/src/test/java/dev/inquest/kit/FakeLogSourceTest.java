package dev.inquest.kit;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.LogAnswer;
import dev.inquest.evidence.LogQuery;
import dev.inquest.evidence.LogSource;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;

class FakeLogSourceTest extends LogSourceContract {
  @Override
  protected LogSource source() {
    return new FakeLogSource(HELD);
  }

  @Override
  protected LogSource unreachable() {
    return new LogSource() {
      @Override
      public String name() {
        return "gone";
      }

      @Override
      public CheckResult check() {
        return CheckResult.failed("it is gone", "Bring it back.");
      }

      @Override
      public LogAnswer logs(LogQuery query) {
        throw new FailureException(
            Failure.transientFailure("source-unavailable", "gone", "it is gone"));
      }
    };
  }
}
