package dev.inquest.failure;

import org.jspecify.annotations.Nullable;

/** Carries a {@link Failure} to whoever decides the policy: retry, go on without, or give up. */
public final class FailureException extends RuntimeException {
  private final transient Failure failure;

  public FailureException(Failure failure) {
    this(failure, null);
  }

  public FailureException(Failure failure, @Nullable Throwable cause) {
    super(failure.code() + ": " + failure.message(), cause);
    this.failure = failure;
  }

  public Failure failure() {
    return failure;
  }
}
