package dev.inquest.playbooks.simulation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change's text, with the names of one world in it, and what is logged where it does harm.
 *
 * @param severity OpenTelemetry's number
 * @param log null where nothing is logged
 */
record Patch(
    String title,
    List<String> files,
    String diff,
    int severity,
    @Nullable String log,
    @Nullable String exception,
    @Nullable String stack) {
  Patch {
    files = List.copyOf(files);
  }

  /** The attributes of a log record that tells of it. */
  Map<String, String> attributes() {
    if (exception == null || log == null) {
      return Map.of();
    }
    return stack == null
        ? Map.of("exception.type", exception, "exception.message", log)
        : Map.of(
            "exception.type", exception, "exception.message", log, "exception.stacktrace", stack);
  }
}
