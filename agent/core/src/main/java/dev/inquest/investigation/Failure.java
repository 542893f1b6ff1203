package dev.inquest.investigation;

import dev.inquest.analysis.Sign;
import java.time.Instant;
import java.util.Set;

/**
 * Something that failed since the onset, in words: a log record or a failed span.
 *
 * @param text with its attributes; untrusted
 * @param template the text without its numbers and ids
 * @param deepest of a span: nothing that it called failed
 */
public record Failure(Instant at, String service, String text, String template, boolean deepest) {
  /** Every sign that the text speaks of; searched anew each time. */
  public Set<Sign> signs() {
    return Sign.in(text);
  }

  public boolean speaksOf(Sign sign) {
    return sign.isIn(text);
  }
}
