package dev.inquest.app.recorder;

import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Takes requests into the recorder and says what of them was kept. Thread-safe. */
final class OtlpReceiver {
  private static final int MAX_AT_ONCE = 8;
  private static final long PATIENCE_SECONDS = 5;
  private static final long NANOS_IN_SECOND = 1_000_000_000L;

  private final Recorder recorder;
  private final RecorderLimits limits;
  private final Clock clock;
  private final Semaphore room = new Semaphore(MAX_AT_ONCE, true);

  OtlpReceiver(Recorder recorder, RecorderLimits limits, Clock clock) {
    this.recorder = recorder;
    this.limits = limits;
    this.clock = clock;
  }

  RecorderLimits limits() {
    return limits;
  }

  /**
   * Decodes and keeps a body.
   *
   * @return the answer's body
   * @throws OtlpRefusal 503 where there is no room to work in or the disk refuses
   * @throws MalformedTelemetry where it cannot be read
   */
  byte[] receive(Signal signal, OtlpForm form, byte[] body) {
    acquire();
    try {
      Taken taken = take(signal, form, body);
      keep(signal, taken);
      return form.answer(
          response(signal, taken), countField(signal), taken.rejected(), taken.why());
    } finally {
      room.release();
    }
  }

  private void acquire() {
    try {
      if (!room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new OtlpRefusal(503, "too much is being sent at once; send it again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OtlpRefusal(503, "Inquest is stopping; send it again");
    }
  }

  private Taken take(Signal signal, OtlpForm form, byte[] body) {
    TimeBounds bounds = new TimeBounds(clock, limits.maxAge());
    return switch (signal) {
      case TRACES ->
          TraceIntake.take(
              form.parse(body, ExportTraceServiceRequest.newBuilder()).build(), bounds);
      case METRICS ->
          MetricIntake.take(
              form.parse(body, ExportMetricsServiceRequest.newBuilder()).build(), bounds);
      case LOGS ->
          LogIntake.take(
              form.parse(body, ExportLogsServiceRequest.newBuilder()).build(), bounds, nowNanos());
    };
  }

  private long nowNanos() {
    Instant now = clock.instant();
    return now.getEpochSecond() * NANOS_IN_SECOND + now.getNano();
  }

  private void keep(Signal signal, Taken taken) {
    if (taken.frame() == null) {
      return;
    }
    try {
      recorder.log(signal).append(taken.frame());
    } catch (IOException e) {
      throw new OtlpRefusal(503, "the flight recorder's disk refuses; send it again");
    }
  }

  private static String countField(Signal signal) {
    return switch (signal) {
      case TRACES -> "rejectedSpans";
      case METRICS -> "rejectedDataPoints";
      case LOGS -> "rejectedLogRecords";
    };
  }

  private static Message response(Signal signal, Taken taken) {
    return switch (signal) {
      case TRACES -> {
        ExportTraceServiceResponse.Builder response = ExportTraceServiceResponse.newBuilder();
        if (taken.rejected() > 0) {
          response.setPartialSuccess(
              ExportTracePartialSuccess.newBuilder()
                  .setRejectedSpans(taken.rejected())
                  .setErrorMessage(taken.why()));
        }
        yield response.build();
      }
      case METRICS -> {
        ExportMetricsServiceResponse.Builder response = ExportMetricsServiceResponse.newBuilder();
        if (taken.rejected() > 0) {
          response.setPartialSuccess(
              ExportMetricsPartialSuccess.newBuilder()
                  .setRejectedDataPoints(taken.rejected())
                  .setErrorMessage(taken.why()));
        }
        yield response.build();
      }
      case LOGS -> {
        ExportLogsServiceResponse.Builder response = ExportLogsServiceResponse.newBuilder();
        if (taken.rejected() > 0) {
          response.setPartialSuccess(
              ExportLogsPartialSuccess.newBuilder()
                  .setRejectedLogRecords(taken.rejected())
                  .setErrorMessage(taken.why()));
        }
        yield response.build();
      }
    };
  }
}
