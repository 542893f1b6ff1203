package dev.inquest.app.recorder;

import java.util.Locale;

/** The three kinds of telemetry, each in a folder of its own with its share of the disk. */
enum Signal {
  TRACES(0.5),
  METRICS(0.3),
  LOGS(0.2);

  private final double share;

  Signal(double share) {
    this.share = share;
  }

  long bytesOf(long maxBytes) {
    return (long) (maxBytes * share);
  }

  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
