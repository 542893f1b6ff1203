package dev.inquest.connectors.zipkin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SpanReaderTest {
  @Test
  void timesAreMicroseconds() {
    Span span = only("'kind': 'PRODUCER', 'timestamp': 1700000000000001, 'duration': 1500");
    assertThat(span.startNanos()).isEqualTo(1_700_000_000_000_001_000L);
    assertThat(span.durationNanos()).isEqualTo(1_500_000);
    assertThat(span.kind()).isEqualTo(SpanKind.PRODUCER);
    assertThat(span.service()).isEqualTo("unknown");
  }

  @Test
  void aSpanWithoutAKindIsWorkInside() {
    assertThat(only("'timestamp': 5").kind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(only("'timestamp': 5").durationNanos()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "'error': ''; true; ",
        "'error': 'true'; true; ",
        "'error': 'false'; false; ",
        "'error': 'no room'; true; no room",
        "'otel.status_code': 'ERROR'; true; ",
        "'otel.status_code': 'OK'; false; ",
        "'http.status_code': '500'; false; "
      },
      delimiter = ';')
  void anErrorIsATag(String tag, boolean error, @Nullable String message) {
    Span span = only("'timestamp': 5, 'tags': {" + tag + "}");
    assertThat(span.error()).isEqualTo(error);
    assertThat(span.attributes().get("otel.status_description")).isEqualTo(message);
    assertThat(span.attributes()).doesNotContainKeys("error", "otel.status_code");
  }

  @Test
  void theMostTellingNameOfTheInstanceIsTaken() {
    String endpoint = ", 'localEndpoint': {'serviceName': 'shop', 'ipv4': '10.0.0.1'}";
    String tags = "'k8s.pod.name': 'shop-7-x', 'host.name': 'h'";
    assertThat(only("'timestamp': 5, 'tags': {" + tags + "}" + endpoint).instance())
        .isEqualTo("shop-7-x");
    String own = "'timestamp': 5, 'tags': {'service.instance.id': 'i', " + tags + "}" + endpoint;
    assertThat(only(own).instance()).isEqualTo("i");
    assertThat(only(own).attributes()).isEmpty();
    assertThat(only("'timestamp': 5" + endpoint).instance()).isEqualTo("10.0.0.1");
  }

  @Test
  void theOtherHalfHasTheTime() {
    List<Span> spans =
        read(
            "{'traceId': 'a', 'id': 'b', 'kind': 'CLIENT', 'timestamp': 7, 'duration': 3}",
            "{'traceId': 'a', 'id': 'b', 'kind': 'SERVER', 'shared': true}");
    assertThat(spans).extracting(Span::startNanos).containsExactly(7_000L, 7_000L);
    Span server = spans.stream().filter(s -> s.kind() == SpanKind.SERVER).findFirst().orElseThrow();
    assertThat(server.spanId()).isEqualTo("b");
    assertThat(server.parentId()).isNotNull().isNotEqualTo("b");
  }

  @Test
  void twoReportsOfOneSpanAreOne() {
    List<Span> spans =
        read(
            "{'traceId': 'a', 'id': 'b', 'timestamp': 7, 'duration': 3, 'tags': {'x': '1'}}",
            "{'traceId': 'a', 'id': 'b', 'timestamp': 6, 'duration': 9, 'tags': {'y': '2'}}");
    assertThat(spans).hasSize(1);
    assertThat(spans.getFirst().startNanos()).isEqualTo(6_000);
    assertThat(spans.getFirst().attributes()).containsEntry("x", "1").containsEntry("y", "2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'traceId': 'a', 'id': 'b'}",
        "{'traceId': 'a', 'timestamp': 5}",
        "{'traceId': '../a', 'id': 'b', 'timestamp': 5}",
        "{'traceId': 'a', 'id': 'xyz', 'timestamp': 5}",
        "{'traceId': 'a', 'id': 'b', 'timestamp': -5}",
        "{'traceId': 'a', 'id': 'b', 'timestamp': 9223372036854775807}",
        "{'traceId': 'a', 'id': 'b', 'timestamp': 99999999999999999999999}",
        "{'traceId': 'a', 'id': 'b', 'timestamp': '5'}",
        "7",
        "null"
      })
  void aSpanThatCannotBePlacedIsLeftOut(String span) {
    SpanReader reader = new SpanReader();
    reader.add(JsonMapper.shared().readTree(span.replace('\'', '"')));
    assertThat(reader.spans()).isEmpty();
    assertThat(reader.unreadable()).isEqualTo(1);
  }

  @Test
  void oneTraceDoesNotFillTheMemory() {
    String[] many =
        IntStream.rangeClosed(1, 5_000)
            .mapToObj(i -> "{'traceId': 'a', 'id': '%x', 'timestamp': %d}".formatted(i, i))
            .toArray(String[]::new);
    assertThat(read(many)).hasSize(1_000);
  }

  @Test
  void tagsAreBoundedAndClean() {
    String tags =
        IntStream.range(0, 500)
            .mapToObj(i -> "'k%03d': '\\u0000%s'".formatted(i, "x".repeat(5_000)))
            .collect(Collectors.joining(","));
    Span span = only("'timestamp': 5, 'tags': {" + tags + "}");
    assertThat(span.attributes()).hasSize(Tags.MAX_ATTRIBUTES);
    assertThat(span.attributes().values()).allMatch(v -> v.length() <= 2_048 && v.indexOf(0) < 0);
  }

  private static Span only(String fields) {
    List<Span> spans = read("{'traceId': 'a', 'id': 'b', " + fields + "}");
    assertThat(spans).hasSize(1);
    return spans.getFirst();
  }

  private static List<Span> read(String... spans) {
    SpanReader reader = new SpanReader();
    for (String span : spans) {
      reader.add(JsonMapper.shared().readTree(span.replace('\'', '"')));
    }
    return reader.spans();
  }
}
