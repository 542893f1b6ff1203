package dev.inquest.connectors.gitlab;

import static dev.inquest.failure.Failure.permanent;
import static dev.inquest.failure.Failure.transientFailure;

import dev.inquest.connectors.resilience.FailureCodes;
import dev.inquest.connectors.resilience.Redacted;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.io.InterruptedIOException;
import javax.net.ssl.SSLException;
import org.gitlab4j.api.GitLabApiException;
import org.jspecify.annotations.Nullable;

/** GitLab's refusals and what went wrong on the way, in our words. */
final class GitLabFailures {
  /** No such thing, or not for this token: GitLab does not tell the two apart. */
  static final String NOT_FOUND = "source-not-found";

  private GitLabFailures() {}

  static FailureException map(String connector, GitLabApiException thrown) {
    int status = thrown.getHttpStatus();
    return new FailureException(
        status == 0 ? unanswered(connector, thrown) : refusal(connector, status, thrown));
  }

  private static Failure refusal(String connector, int status, GitLabApiException thrown) {
    String said = "GitLab answered " + status + reason(thrown.getMessage());
    return switch (status) {
      case 401 -> permanent(FailureCodes.REFUSED, connector, said + " (the token is not accepted)");
      case 404 -> permanent(NOT_FOUND, connector, said);
      case 408, 504 -> transientFailure(FailureCodes.TIMEOUT, connector, said);
      case 429 -> transientFailure(FailureCodes.BUSY, connector, said);
      default ->
          status >= 500
              ? transientFailure(FailureCodes.UNAVAILABLE, connector, said)
              : permanent(FailureCodes.REFUSED, connector, said);
    };
  }

  private static Failure unanswered(String connector, GitLabApiException thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case InterruptedIOException _ -> {
          return transientFailure(FailureCodes.TIMEOUT, connector, "GitLab did not answer in time");
        }
        case SSLException e -> {
          return permanent(
              FailureCodes.UNAVAILABLE,
              connector,
              "TLS with GitLab failed" + reason(e.getMessage()));
        }
        case com.fasterxml.jackson.core.JacksonException _ -> {
          return nonsense(connector);
        }
        case IOException e -> {
          return transientFailure(
              FailureCodes.UNAVAILABLE,
              connector,
              "GitLab could not be reached: " + e.getClass().getSimpleName());
        }
        default -> {}
      }
    }
    return nonsense(connector);
  }

  private static Failure nonsense(String connector) {
    return permanent(
        FailureCodes.NONSENSE, connector, "GitLab answered in a form that cannot be read");
  }

  private static String reason(@Nullable String text) {
    String shown = Redacted.text(text);
    return shown.isEmpty() ? "" : ": " + shown;
  }
}
