package dev.inquest.app.incident;

import dev.inquest.alert.Alert;
import dev.inquest.app.storage.CleanText;
import org.jspecify.annotations.Nullable;

/** Names for people, from untrusted labels. */
final class Titles {
  private static final int MAX_CHARS = 200;

  private Titles() {}

  /** An alert's name, e.g. {@code HighLatency}. */
  static String of(Alert alert) {
    String name = alert.label("alertname");
    return CleanText.of(name == null || name.isBlank() ? "Unnamed alert" : name, MAX_CHARS);
  }

  /** An incident's title, e.g. {@code HighLatency on checkout}. */
  static String of(Alert alert, @Nullable String service) {
    return service == null ? of(alert) : CleanText.of(of(alert) + " on " + service, MAX_CHARS);
  }
}
