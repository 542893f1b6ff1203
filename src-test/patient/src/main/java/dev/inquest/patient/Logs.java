package dev.inquest.patient;

import io.opentelemetry.api.trace.SpanContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Log records, sent as OTLP JSON in small batches; what does not fit the queue is dropped. */
final class Logs implements AutoCloseable {
  /** OpenTelemetry's severities. */
  enum Severity {
    INFO(9),
    WARN(13),
    ERROR(17);

    private final int number;

    Severity(int number) {
      this.number = number;
    }
  }

  private static final int MAX_QUEUED_RECORDS = 2_000;
  private static final Duration DELAY = Duration.ofSeconds(1);

  private final BlockingQueue<Map<String, Object>> queue =
      new ArrayBlockingQueue<>(MAX_QUEUED_RECORDS);
  private final ScheduledExecutorService sender =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private final HttpClient http = HttpClient.newHttpClient();
  private final Settings settings;
  private final Map<String, String> resource;
  private final Clock clock;

  private Logs(Settings settings, Map<String, String> resource, Clock clock) {
    this.settings = settings;
    this.resource = resource;
    this.clock = clock;
  }

  static Logs start(Settings settings, Map<String, String> resource, Clock clock) {
    Logs logs = new Logs(settings, resource, clock);
    var _ =
        logs.sender.scheduleWithFixedDelay(
            logs::send, DELAY.toMillis(), DELAY.toMillis(), TimeUnit.MILLISECONDS);
    return logs;
  }

  void write(Severity severity, String text, SpanContext span) {
    Instant now = clock.instant();
    long nanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    var _ =
        queue.offer(
            Map.of(
                "timeUnixNano",
                Long.toString(nanos),
                "severityNumber",
                severity.number,
                "severityText",
                severity.name(),
                "body",
                Map.of("stringValue", text),
                "traceId",
                span.isValid() ? span.getTraceId() : "",
                "spanId",
                span.isValid() ? span.getSpanId() : ""));
  }

  @Override
  public void close() {
    sender.shutdown();
    send();
  }

  private void send() {
    List<Map<String, Object>> records = new ArrayList<>();
    queue.drainTo(records);
    if (records.isEmpty()) {
      return;
    }
    try {
      int status = http.send(request(records), HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status >= 300) {
        System.err.println("logs: the receiver answered " + status);
      }
    } catch (IOException e) {
      System.err.println("logs: not sent: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(List<Map<String, Object>> records) {
    return HttpRequest.newBuilder(URI.create(settings.otlp() + "/v1/logs"))
        .timeout(Duration.ofSeconds(5))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + settings.otlpToken())
        .POST(HttpRequest.BodyPublishers.ofString(Json.write(payload(records))))
        .build();
  }

  private Map<String, Object> payload(List<Map<String, Object>> records) {
    List<Map<String, Object>> attributes =
        resource.entrySet().stream()
            .map(e -> Map.of("key", e.getKey(), "value", Map.of("stringValue", e.getValue())))
            .toList();
    Map<String, Object> scope =
        Map.of("scope", Map.of("name", "dev.inquest.patient"), "logRecords", records);
    return Map.of(
        "resourceLogs",
        List.of(Map.of("resource", Map.of("attributes", attributes), "scopeLogs", List.of(scope))));
  }
}
