package dev.inquest.app.intake;

import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** One kind of system that posts webhooks. Stateless and thread-safe. */
interface Sender {
  /** The last segment of its path, e.g. {@code alertmanager}. */
  String source();

  /** Whether its secret is configured; without one its path answers 404. */
  boolean configured();

  /** Judged before the body is read. */
  boolean admits(HttpHeaders headers);

  /** Judged over the raw bytes. */
  boolean verified(HttpHeaders headers, byte[] body);

  /**
   * Checks the form and says what it means; the same for the same bytes at any later time.
   *
   * @param headers only {@link KeptHeaders} are there when a stored delivery is read again
   * @throws dev.inquest.failure.FailureException {@code malformed}
   */
  Parsed parse(HttpHeaders headers, JsonNode body);
}
