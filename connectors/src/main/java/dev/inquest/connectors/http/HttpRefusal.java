package dev.inquest.connectors.http;

import dev.inquest.connectors.resilience.FailureCodes;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import org.springframework.util.unit.DataSize;

/** What an answer that is none means for who asked. */
public final class HttpRefusal {
  private HttpRefusal() {}

  /**
   * @param said a sentence that names the status, redacted
   */
  public static Failure of(String subject, int status, String said) {
    return switch (status) {
      case 429 -> Failure.transientFailure(FailureCodes.BUSY, subject, said);
      case 408, 504 -> Failure.transientFailure(FailureCodes.TIMEOUT, subject, said);
      default ->
          status >= 500
              ? Failure.transientFailure(FailureCodes.UNAVAILABLE, subject, said)
              : Failure.permanent(FailureCodes.REFUSED, subject, said);
    };
  }

  /** It understood and would send more than is read. */
  public static FailureException tooLong(String subject, DataSize max) {
    return new FailureException(
        Failure.permanent(
            FailureCodes.REFUSED, subject, "the answer is over " + max.toMegabytes() + " MB"));
  }
}
