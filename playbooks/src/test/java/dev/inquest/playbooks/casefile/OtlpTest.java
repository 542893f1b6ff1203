package dev.inquest.playbooks.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import dev.inquest.failure.FailureException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpTest {
  private static final String TRACE = "ce7070694f7c572aca52fb036396836c";

  @Test
  void sampledTracesReadBackWithWeightAndStratum() {
    Span root = span("aa", null, "frontend", 1_781_963_412_000_000_001L, Map.of());
    Span child =
        span(
            "bb",
            "aa",
            "carts",
            1_781_963_412_000_000_005L,
            Map.of("db.system", "postgresql", "otel.status_description", "503 SlowDown"));
    List<SampledTrace> traces =
        List.of(new SampledTrace(List.of(root, child), 12.5, "2026-06-20T13:50/error/slow"));
    byte[] bytes = OtlpTraces.write(traces);
    assertThat(OtlpTraces.read(bytes)).isEqualTo(traces);
    assertThat(OtlpTraces.write(OtlpTraces.read(bytes))).isEqualTo(bytes);
    assertThat(new String(bytes, UTF_8))
        .contains("\"startTimeUnixNano\":\"1781963412000000001\"")
        .contains("\"traceId\":\"" + TRACE + "\"")
        .contains("\"traceState\":\"ot=th:eb851eb851eb8")
        .contains("\"status\":{\"code\":2,\"message\":\"503 SlowDown\"}");
  }

  @Test
  void aThresholdOfOthersIsAWeight() {
    assertThat(SampleMarks.weight("ot=th:c")).isEqualTo(4);
    assertThat(SampleMarks.weight("x=1,ot=rv:1;th:8")).isEqualTo(2);
    assertThat(SampleMarks.weight("ot=th:0")).isEqualTo(1);
    assertThat(SampleMarks.weight("congo=t61rcWkgMzE")).isEqualTo(1);
    assertThat(SampleMarks.weight(SampleMarks.traceState(7.3))).isCloseTo(7.3, within(1e-9));
  }

  @Test
  void spansOfATraceComeTogetherFromManyLinesAndCountOnce() {
    String one = request(spanJson("0A", "", 5, 9), "carts");
    String two = request(spanJson("0b", "0a", 2, 1), "orders");
    List<SampledTrace> traces = OtlpTraces.read((one + two + one).getBytes(UTF_8));
    assertThat(traces).hasSize(1);
    List<Span> spans = traces.getFirst().spans();
    assertThat(spans).extracting(Span::spanId).containsExactly("0b", "0a");
    assertThat(spans.getFirst().durationNanos()).as("a clock that went back").isZero();
    assertThat(spans.getLast().parentId()).isNull();
    assertThat(spans.getFirst().traceId())
        .as("kept once, as all ids are")
        .isSameAs(spans.getLast().traceId());
    assertThat(spans.getFirst().service()).isEqualTo("orders");
  }

  @Test
  void aResourceMayFollowWhatItOwns() {
    String line =
        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":["
            + spanJson("0a", "", 1, 2)
            + "]}],\"schemaUrl\":\"x\",\"resource\":{\"droppedAttributesCount\":0,\"attributes\":["
            + "{\"key\":\"service.name\",\"value\":{\"stringValue\":\"late\"}},"
            + "{\"key\":\"k8s.pod.name\",\"value\":{\"stringValue\":\"late-0\"}}]}}]}\n";
    Span span = OtlpTraces.read(line.getBytes(UTF_8)).getFirst().spans().getFirst();
    assertThat(span.service()).isEqualTo("late");
    assertThat(span.instance()).isEqualTo("late-0");
    assertThat(span.attributes())
        .containsEntry("n", "7")
        .containsEntry("list", "{\"values\":[{\"intValue\":\"1\"}]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"spanId\":\"0a\"}]}]}]}",
        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"zz\"}]}]}]}",
        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"kind\":\"17\"}]}]}]}",
        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"startTimeUnixNano\":\"x\"}]}]}]}",
        "{\"resourceSpans\":{}}",
        "{\"resourceSpans\":[",
        "nonsense",
      })
  void malformedSpansAreNamedByLine(String line) {
    assertThatThrownBy(() -> OtlpTraces.read(("{}\n" + line + "\n").getBytes(UTF_8)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("traces.otlp.jsonl, line ")
        .hasMessageMatching("(?s).*line [23].*");
  }

  @Test
  void logsReadBack() {
    LogRecord plain =
        new LogRecord(
            Instant.parse("2026-06-20T13:46:00.000000001Z"),
            "carts",
            "carts-0",
            "1.2",
            17,
            "failed: é",
            TRACE,
            "0a",
            Map.of("route", "/x"));
    LogRecord bare =
        new LogRecord(
            Instant.parse("2026-06-20T13:47:00Z"),
            "orders",
            null,
            null,
            0,
            "",
            null,
            null,
            Map.of());
    byte[] bytes = OtlpLogs.write(List.of(plain, bare));
    assertThat(OtlpLogs.read(bytes)).containsExactly(plain, bare);
    assertThatThrownBy(() ->
            OtlpLogs.read(
                "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{}]}]}]}".getBytes(UTF_8)))
        .hasMessageContaining("logs.otlp.jsonl, line 1: a log record has no time");
  }

  @Test
  void aLogWithoutATimeIsDatedByItsSpan() {
    String line =
        "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{\"spanId\":\"aa\","
            + "\"timeUnixNano\":\"-6795364578871345152\"}]}]}]}";
    SampledTrace trace =
        new SampledTrace(List.of(span("aa", null, "carts", 1_000_000_007L, Map.of())), 1, "");
    InputStream in = CaseStream.open(line.getBytes(UTF_8), "logs");
    List<LogRecord> logs = OtlpLogs.read(in, "logs", new SpanTimes(List.of(trace), true));
    assertThat(logs.getFirst().at()).isEqualTo("1970-01-01T00:00:01.000000007Z");
  }

  private static Span span(
      String id,
      @Nullable String parent,
      String service,
      long start,
      Map<String, String> attributes) {
    return new Span(
        TRACE,
        id,
        parent,
        service,
        service + "-0",
        "1.2",
        "GET /",
        SpanKind.SERVER,
        start,
        4,
        attributes.containsKey("db.system"),
        attributes);
  }

  private static String request(String span, String service) {
    return "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\","
        + "\"value\":{\"stringValue\":\""
        + service
        + "\"}}]},\"scopeSpans\":[{\"spans\":["
        + span
        + "]}]}]}\n";
  }

  private static String spanJson(String id, String parent, long start, long end) {
    return ("{\"traceId\":\"%s\",\"spanId\":\"%s\",\"parentSpanId\":\"%s\",\"name\":\"n\","
            + "\"kind\":2,\"startTimeUnixNano\":\"%d\",\"endTimeUnixNano\":%d,\"flags\":1,"
            + "\"attributes\":[{\"key\":\"n\",\"value\":{\"intValue\":\"7\"}},"
            + "{\"key\":\"list\",\"value\":{\"arrayValue\":{\"values\":[{\"intValue\":\"1\"}]}}}]}")
        .formatted(TRACE, id, parent, start, end);
  }
}
