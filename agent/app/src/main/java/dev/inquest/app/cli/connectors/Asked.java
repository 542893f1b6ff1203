package dev.inquest.app.cli.connectors;

import dev.inquest.connectors.resilience.Redacted;
import dev.inquest.evidence.CheckResult;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A check on its way. */
record Asked(String name, Future<CheckResult> answer) {
  static Asked now(RoleContext.Named connector, ExecutorService threads) {
    return new Asked(connector.name(), threads.submit(connector.check()));
  }

  /** Whatever happens becomes a complaint. */
  CheckResult await(Duration patience) {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return CheckResult.failed(
          "no answer within " + patience.toSeconds() + " s",
          "See that it is up and that nothing between drops the packets.");
    } catch (ExecutionException e) {
      return CheckResult.failed(reason(e.getCause()), "Correct its keys in the configuration.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CheckResult.failed("the check was interrupted", "Run it again.");
    }
  }

  /** The innermost sentence: what a key's own check says of it. */
  private static String reason(@Nullable Throwable failure) {
    if (failure == null) {
      return "it failed";
    }
    Throwable cause = failure.getCause();
    if (cause != null) {
      return reason(cause);
    }
    String said = Redacted.text(failure.getMessage());
    return said.isEmpty() ? failure.getClass().getSimpleName() : said;
  }
}
