package dev.inquest.app.recorder;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The three logs, put on the disk at least twice a second. Thread-safe. */
public final class Recorder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  /** At most this much is lost when the machine fails; nothing when only we do. */
  static final Duration FLUSH_INTERVAL = Duration.ofMillis(500);

  private final Map<Signal, SegmentLog> logs = new EnumMap<>(Signal.class);
  private final ScheduledExecutorService flusher =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("recorder-flush").factory());
  private final ScheduledFuture<?> flushing;

  private Recorder(Path folder, RecorderLimits limits) throws IOException {
    for (Signal signal : Signal.values()) {
      logs.put(
          signal,
          SegmentLog.open(
              folder.resolve(signal.folder()),
              signal.bytesOf(limits.maxBytes()),
              limits.segmentBytes()));
    }
    long millis = FLUSH_INTERVAL.toMillis();
    flushing = flusher.scheduleWithFixedDelay(this::flush, millis, millis, TimeUnit.MILLISECONDS);
  }

  public static Recorder open(Path folder, RecorderLimits limits) {
    try {
      return new Recorder(folder, limits);
    } catch (IOException e) {
      throw new FailureException(
          Failure.permanent(
              "recorder-open", folder.toString(), "the flight recorder cannot use " + folder),
          e);
    }
  }

  SegmentLog log(Signal signal) {
    SegmentLog log = logs.get(signal);
    if (log == null) {
      throw new IllegalStateException("every signal has a log");
    }
    return log;
  }

  long bytes() {
    return logs.values().stream().mapToLong(SegmentLog::bytes).sum();
  }

  private void flush() {
    for (SegmentLog log : logs.values()) {
      try {
        log.flush();
      } catch (IOException e) {
        LOG.error("the flight recorder cannot write to its disk: {}", e.getMessage());
      }
    }
  }

  @Override
  public void close() throws IOException {
    flushing.cancel(false);
    flusher.shutdown();
    for (SegmentLog log : logs.values()) {
      log.close();
    }
  }
}
