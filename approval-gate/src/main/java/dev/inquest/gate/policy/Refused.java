package dev.inquest.gate.policy;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;

/** Says no for good: the proposal is stored as refused, with the reason, and nobody is asked. */
public final class Refused {
  private Refused() {}

  /**
   * @param code kebab-case, e.g. {@code path-forbidden}
   * @param subject what is refused: a path, a service, a commit
   * @param why one sentence for a human
   */
  public static FailureException because(String code, String subject, String why) {
    return new FailureException(Failure.permanent(code, subject, why));
  }
}
