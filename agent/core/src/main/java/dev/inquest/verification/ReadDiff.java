package dev.inquest.verification;

import dev.inquest.change.DiffReading;
import dev.inquest.change.Mechanism;
import java.util.stream.Collectors;

/** A diff that was read, and where the reading stands. */
public record ReadDiff(DiffReading reading, String evidence) {
  /** What a diff touches. */
  static String words(DiffReading reading) {
    return reading.mechanisms().stream().map(Mechanism::words).collect(Collectors.joining(", "));
  }
}
