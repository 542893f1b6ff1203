package dev.inquest.app.recorder;

import static dev.inquest.app.recorder.RecorderFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.inquest.evidence.LogAnswer;
import dev.inquest.evidence.LogQuery;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.evidence.TraceQuery;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordedLogsTest {
  private static final TimeWindow WINDOW = new TimeWindow(NOW.minusSeconds(600), NOW);
  private static final int REQUESTS = 400;
  private static final int RECORDS = 6;
  private static final long SEED = 1;

  @TempDir private Path folder;
  private RecorderFixture fixture;

  @BeforeEach
  void open() {
    fixture = new RecorderFixture(folder);
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  @Test
  void whatFitsIsAllThere() {
    sendRequests();
    LogAnswer answer = logs(REQUESTS * RECORDS);
    assertThat(answer.records()).hasSize(REQUESTS * RECORDS);
    assertThat(answer.seen()).isEqualTo(REQUESTS * RECORDS);
  }

  @Test
  void ofARequestAllRecordsAreDrawnOrNone() {
    sendRequests();
    LogAnswer answer = logs(60 * RECORDS);
    Map<String, Long> byTrace =
        answer.records().stream()
            .collect(
                Collectors.groupingBy(r -> String.valueOf(r.traceId()), Collectors.counting()));
    assertThat(byTrace).hasSize(60);
    assertThat(byTrace.values()).containsOnly((long) RECORDS);
    assertThat(answer.seen()).isEqualTo(REQUESTS * RECORDS);
  }

  /** All of them began in one slice and lasted as long: one stratum, of which twenty are drawn. */
  @Test
  void theTracesThatAreDrawnHaveTheirRecords() {
    sendRequests();
    Set<String> logged =
        logs(30 * RECORDS).records().stream()
            .map(r -> String.valueOf(r.traceId()))
            .collect(Collectors.toSet());
    List<SampledTrace> drawn =
        new RecordedTraces(fixture.recorder())
            .sample(new TraceQuery(Set.of(), WINDOW, Duration.ofMinutes(20), 20, SEED))
            .traces();
    assertThat(drawn).hasSize(20);
    assertThat(drawn)
        .extracting(trace -> trace.spans().getFirst().traceId())
        .allSatisfy(id -> assertThat(logged).contains(id));
  }

  @Test
  void recordsOfNoRequestKeepHalfOfTheRoom() {
    sendRequests();
    List<LogRecord> loose = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      loose.add(record(NOW.minusSeconds(60), i, ByteString.EMPTY));
    }
    fixture.send(Signal.LOGS, Telemetry.logs("worker", loose));
    assertThat(logs(600).records()).filteredOn(r -> r.traceId() == null).hasSizeBetween(300, 306);
  }

  private void sendRequests() {
    List<Span> spans = new ArrayList<>();
    List<LogRecord> records = new ArrayList<>();
    for (int i = 1; i <= REQUESTS; i++) {
      Span span = Telemetry.span(i, 1, 0, NOW.minusSeconds(60), Duration.ofMillis(1), false);
      spans.add(span);
      for (int k = 0; k < RECORDS; k++) {
        records.add(record(NOW.minusSeconds(60), k, span.getTraceId()));
      }
    }
    fixture.send(Signal.TRACES, Telemetry.traces("shop", spans));
    fixture.send(Signal.LOGS, Telemetry.logs("shop", records));
  }

  private static LogRecord record(Instant at, int number, ByteString trace) {
    return LogRecord.newBuilder()
        .setTimeUnixNano(at.getEpochSecond() * 1_000_000_000L + number)
        .setBody(AnyValue.newBuilder().setStringValue("step " + number))
        .setTraceId(trace)
        .build();
  }

  private LogAnswer logs(int most) {
    return new RecordedLogs(fixture.recorder()).logs(new LogQuery(Set.of(), WINDOW, most, SEED));
  }
}
