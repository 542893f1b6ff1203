package dev.inquest.connectors.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A password from the configuration or from a file that it names. */
final class SecretText {
  private static final int MAX_BYTES = 4_096;

  private SecretText() {}

  static String of(@Nullable String value, @Nullable Path file, String whose) {
    if (value != null) {
      return value;
    }
    if (file == null) {
      return "";
    }
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new IllegalArgumentException(
            "the password-file of " + whose + " is larger than " + MAX_BYTES + " bytes");
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException("the password-file of " + whose + " cannot be read", e);
    }
  }
}
