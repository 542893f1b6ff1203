package dev.inquest.failure;

import static java.util.Objects.requireNonNull;

/**
 * What went wrong, in a form that policy can act on.
 *
 * @param code stable, machine-readable, kebab-case, e.g. {@code source-timeout}
 * @param subject the id of the thing concerned: a source, a proposal, a delivery
 * @param message one sentence for a human; holds no secret and no raw telemetry
 * @param retryable whether trying the same again later can help; decided by the adapter that knows
 */
public record Failure(String code, String subject, String message, boolean retryable) {
  public Failure {
    requireNonNull(code, "code");
    requireNonNull(subject, "subject");
    requireNonNull(message, "message");
  }

  public static Failure permanent(String code, String subject, String message) {
    return new Failure(code, subject, message, false);
  }

  public static Failure transientFailure(String code, String subject, String message) {
    return new Failure(code, subject, message, true);
  }
}
