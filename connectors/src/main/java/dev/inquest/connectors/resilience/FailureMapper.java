package dev.inquest.connectors.resilience;

import static dev.inquest.failure.Failure.permanent;
import static dev.inquest.failure.Failure.transientFailure;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Turns whatever a client threw into a {@link Failure}. The original is named by its class and a
 * redacted line, never attached: its own message may hold an address with a password in it.
 */
final class FailureMapper {
  private FailureMapper() {}

  static FailureException map(String connector, Throwable thrown) {
    return switch (thrown) {
      case FailureException known -> known;
      case Exception other -> new FailureException(failure(connector, other));
      case Throwable error -> throw new AssertionError("not a failure but an error", error);
    };
  }

  private static Failure failure(String connector, Exception thrown) {
    return switch (thrown) {
      case CallNotPermittedException _ ->
          transientFailure(
              FailureCodes.UNAVAILABLE,
              connector,
              connector + " is not asked for now: its last calls failed");
      case BulkheadFullException _ ->
          transientFailure(
              FailureCodes.BUSY, connector, "too many calls to " + connector + " are under way");
      case RequestNotPermitted _ ->
          transientFailure(
              FailureCodes.BUSY, connector, "too many calls to " + connector + " in a second");
      case TimeoutException _ -> timeout(connector);
      case HttpTimeoutException _ -> timeout(connector);
      case InterruptedIOException _ -> timeout(connector);
      case InterruptedException _ ->
          transientFailure(
              FailureCodes.TIMEOUT, connector, "the call to " + connector + " was interrupted");
      case SSLException e ->
          permanent(
              FailureCodes.UNAVAILABLE, connector, connector + " failed at TLS: " + describe(e));
      case UnknownHostException _ ->
          transientFailure(
              FailureCodes.UNAVAILABLE, connector, "the host of " + connector + " has no address");
      case IOException e ->
          transientFailure(
              FailureCodes.UNAVAILABLE,
              connector,
              connector + " could not be reached: " + describe(e));
      default ->
          permanent(
              FailureCodes.NONSENSE,
              connector,
              connector + " answered in a form that cannot be read: " + describe(thrown));
    };
  }

  private static Failure timeout(String connector) {
    return transientFailure(FailureCodes.TIMEOUT, connector, connector + " did not answer in time");
  }

  private static String describe(Exception thrown) {
    String text = Redacted.text(thrown.getMessage());
    String name = thrown.getClass().getSimpleName();
    return text.isEmpty() ? name : name + ": " + text;
  }
}
