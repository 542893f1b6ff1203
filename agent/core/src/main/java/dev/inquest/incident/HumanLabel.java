package dev.inquest.incident;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a human said afterwards: the incident's label, from which the system learns.
 *
 * @param was what really caused it, in the human's words; only with {@link Verdict#WRONG}
 */
public record HumanLabel(Verdict verdict, @Nullable String was, String by, Instant at) {
  /** The three answers a human can give. */
  public enum Verdict {
    RIGHT,
    WRONG,
    FALSE_ALARM
  }

  public HumanLabel {
    requireNonNull(verdict, "verdict");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }
}
