package dev.inquest.app.recorder;

import dev.inquest.evidence.CheckResult;

/** How the recorder is. */
final class RecorderCheck {
  static final String NAME = "recorder";
  private static final long MEGABYTE = 1 << 20;

  private RecorderCheck() {}

  static CheckResult of(Recorder recorder) {
    return CheckResult.ok("flight recorder, " + recorder.bytes() / MEGABYTE + " MB kept");
  }
}
