package dev.inquest.connectors.git;

import static dev.inquest.failure.Failure.permanent;
import static dev.inquest.failure.Failure.transientFailure;

import dev.inquest.connectors.resilience.FailureCodes;
import dev.inquest.connectors.resilience.Redacted;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.util.Locale;
import org.eclipse.jgit.api.errors.TransportException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;

/** What JGit threw, as a {@link Failure} about one repository. */
final class GitFailures {
  private GitFailures() {}

  static FailureException map(String repository, Exception thrown) {
    if (thrown instanceof FailureException known) {
      return known;
    }
    return new FailureException(failure(repository, thrown));
  }

  static FailureException refused(String repository, String message) {
    return new FailureException(
        permanent(FailureCodes.REFUSED, Redacted.text(repository), message));
  }

  private static Failure failure(String repository, Exception thrown) {
    String subject = Redacted.text(repository);
    return switch (thrown) {
      case RepositoryNotFoundException _ ->
          permanent(FailureCodes.UNAVAILABLE, subject, "there is no git repository at " + subject);
      case MissingObjectException e ->
          permanent(
              FailureCodes.REFUSED,
              subject,
              "there is no object " + e.getObjectId().name() + " in it");
      case IncorrectObjectTypeException _ ->
          permanent(FailureCodes.REFUSED, subject, "the id given names no commit");
      case CorruptObjectException _ ->
          permanent(FailureCodes.NONSENSE, subject, "an object of the repository is corrupt");
      case LargeObjectException _ ->
          permanent(FailureCodes.REFUSED, subject, "an object is too large to read");
      case TransportException e -> transport(subject, e);
      case IOException e ->
          transientFailure(
              FailureCodes.UNAVAILABLE, subject, "the repository cannot be read: " + line(e));
      default ->
          permanent(
              FailureCodes.NONSENSE, subject, "the repository cannot be read: " + line(thrown));
    };
  }

  private static Failure transport(String subject, TransportException thrown) {
    String text = line(thrown);
    String lower = text.toLowerCase(Locale.ROOT);
    boolean denied =
        lower.contains("not authorized") || lower.contains("authentication is required");
    return denied
        ? permanent(FailureCodes.REFUSED, subject, "the repository refuses our token, or wants one")
        : transientFailure(FailureCodes.UNAVAILABLE, subject, "the fetch failed: " + text);
  }

  private static String line(Exception thrown) {
    return thrown.getClass().getSimpleName() + " " + Redacted.text(thrown.getMessage());
  }
}
