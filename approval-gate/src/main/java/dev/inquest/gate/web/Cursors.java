package dev.inquest.gate.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Pages of lists: bounded, and continued after a URL-safe cursor. */
final class Cursors {
  private static final int MAX = 500;
  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  private Cursors() {}

  static int clamp(int limit) {
    return Math.clamp(limit, 1, MAX);
  }

  static String of(Instant at) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(at.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * @throws IllegalArgumentException where it is none of ours
   */
  static Instant instant(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return END;
    }
    try {
      return Instant.parse(
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a cursor", e);
    }
  }
}
