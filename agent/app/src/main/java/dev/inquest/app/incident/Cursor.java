package dev.inquest.app.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.util.Base64;

/** Where the next page begins, opaque and safe in a URL. */
public final class Cursor {
  private static final int MAX_CHARS = 200;

  private Cursor() {}

  static String of(String position) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(UTF_8));
  }

  /**
   * @throws FailureException {@code bad-cursor}
   */
  static String position(String cursor) {
    try {
      if (cursor.length() <= MAX_CHARS) {
        return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
      }
    } catch (IllegalArgumentException e) {
      throw new FailureException(bad(), e);
    }
    throw new FailureException(bad());
  }

  /**
   * @throws FailureException {@code bad-cursor}
   */
  public static long number(String cursor) {
    try {
      return Long.parseLong(position(cursor));
    } catch (NumberFormatException e) {
      throw new FailureException(bad(), e);
    }
  }

  private static Failure bad() {
    return Failure.permanent("bad-cursor", "cursor", "the cursor is not one of ours");
  }
}
