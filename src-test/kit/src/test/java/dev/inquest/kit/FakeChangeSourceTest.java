package dev.inquest.kit;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeAnswer;
import dev.inquest.change.ChangeKind;
import dev.inquest.change.ChangeQuery;
import dev.inquest.change.ChangeSource;
import dev.inquest.evidence.CheckResult;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.util.List;

class FakeChangeSourceTest extends ChangeSourceContract {
  @Override
  protected ChangeSource source() {
    return new FakeChangeSource(HELD.stream().map(FakeChangeSourceTest::change).toList());
  }

  @Override
  protected ChangeSource unreachable() {
    return new ChangeSource() {
      @Override
      public String name() {
        return "gone";
      }

      @Override
      public CheckResult check() {
        return CheckResult.failed("it is gone", "Bring it back.");
      }

      @Override
      public ChangeAnswer changes(ChangeQuery query) {
        throw new FailureException(
            Failure.transientFailure("source-unavailable", "gone", "it is gone"));
      }
    };
  }

  private static Change change(Held held) {
    return new Change(
        held.title(),
        ChangeKind.COMMIT,
        held.at(),
        held.service(),
        null,
        "%040x".formatted(held.title().hashCode() & 0xffffffffL),
        held.author(),
        held.title(),
        List.of(held.file()),
        "+++ b/" + held.file() + "\n+" + held.title(),
        List.of());
  }
}
