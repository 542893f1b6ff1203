package dev.inquest.app.recorder;

import com.google.protobuf.MessageLite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** A recorder in a folder, fed as a sender feeds it, at a fixed time. */
final class RecorderFixture implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-07-11T13:30:00Z");
  static final RecorderLimits SMALL =
      new RecorderLimits(64L << 20, 1L << 20, 4 << 20, Duration.ofDays(1));

  private final Recorder recorder;
  private final OtlpReceiver receiver;

  RecorderFixture(Path folder) {
    this.recorder = Recorder.open(folder, SMALL);
    this.receiver = new OtlpReceiver(recorder, SMALL, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  Recorder recorder() {
    return recorder;
  }

  OtlpReceiver receiver() {
    return receiver;
  }

  byte[] send(Signal signal, MessageLite request) {
    return receiver.receive(signal, OtlpForm.PROTOBUF, request.toByteArray());
  }

  @Override
  public void close() throws IOException {
    recorder.close();
  }
}
