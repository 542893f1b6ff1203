package dev.inquest.connectors.http;

import java.io.IOException;
import java.io.InputStream;

/** Reads an answer's body up to a limit. */
public final class BoundedBody {
  private BoundedBody() {}

  /**
   * Reads all and closes.
   *
   * @throws TooLongException where there is more
   */
  public static byte[] read(InputStream body, int maxBytes) throws IOException {
    try (body) {
      byte[] bytes = body.readNBytes(maxBytes);
      if (bytes.length == maxBytes && body.read() >= 0) {
        throw new TooLongException(maxBytes);
      }
      return bytes;
    }
  }

  /** The body is longer than allowed. */
  public static final class TooLongException extends IOException {
    TooLongException(int maxBytes) {
      super("the answer is over " + maxBytes + " bytes");
    }
  }
}
