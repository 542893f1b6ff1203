package dev.inquest.app.intake;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Reads a request's raw bytes, up to a limit. */
final class BodyReader {
  static final int MAX_BYTES = 10 * 1024 * 1024;

  private BodyReader() {}

  /**
   * @throws FailureException {@code too-large}, without reading on; {@code body-broken} where the
   *     sender stopped half-way
   */
  static byte[] read(HttpServletRequest request) {
    if (request.getContentLengthLong() > MAX_BYTES) {
      throw tooLarge();
    }
    try {
      byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
      if (body.length > MAX_BYTES) {
        throw tooLarge();
      }
      return body;
    } catch (IOException e) {
      throw new FailureException(
          Failure.transientFailure("body-broken", "delivery", "the body ended early"), e);
    }
  }

  private static FailureException tooLarge() {
    return new FailureException(
        Failure.permanent("too-large", "delivery", "the body is over 10 MB"));
  }
}
