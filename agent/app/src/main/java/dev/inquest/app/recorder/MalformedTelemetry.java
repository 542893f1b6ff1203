package dev.inquest.app.recorder;

import org.jspecify.annotations.Nullable;

/** A body that is not what it says it is. The message holds nothing of the body. */
final class MalformedTelemetry extends RuntimeException {
  MalformedTelemetry(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
