package dev.inquest.connectors.zipkin;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.evidence.TraceAnswer;
import dev.inquest.evidence.TraceQuery;
import dev.inquest.evidence.TraceSource;
import dev.inquest.kit.TraceSourceContract;
import dev.inquest.kit.server.PrometheusServer;
import dev.inquest.kit.server.ZipkinServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against Zipkin's own server. */
class ZipkinTraceSourceIT extends TraceSourceContract {
  /** Long after what the contract holds, and outside its windows. */
  private static final Instant OTHER = FROM.plusSeconds(3_600);

  private static final int BUSY = 6_000;

  @TempDir private static Path folder;
  private static @Nullable ZipkinServer server;

  @Override
  protected TraceSource source() throws Exception {
    server = ZipkinServer.start(folder);
    server.post(HELD.stream().flatMap(List::stream).toList());
    server.postJson(SHARED);
    server.post(busy());
    return Zipkins.source(server.url(), 500, 300);
  }

  @Override
  protected TraceSource unreachable() throws Exception {
    return Zipkins.source(PrometheusServer.nowhere(), 500, 300);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void theHalvesOfACallAreTwoSpans() {
    TraceAnswer answer = ask(Set.of("Shop"), OTHER, 500);
    assertThat(answer.traces()).hasSize(1);
    List<Span> spans = answer.traces().getFirst().spans();
    assertThat(spans).extracting(Span::service).containsExactly("front", "front", "Shop", "Shop");
    assertThat(spans).extracting(Span::spanId).doesNotHaveDuplicates();
    for (int i = 1; i < spans.size(); i++) {
      assertThat(spans.get(i).parentId()).isEqualTo(spans.get(i - 1).spanId());
    }
    Span server = spans.get(2);
    assertThat(server.kind()).isEqualTo(SpanKind.SERVER);
    assertThat(server.error()).isTrue();
    assertThat(server.attributes()).containsEntry("otel.status_description", "out of stock");
    assertThat(server.instance()).isEqualTo("10.0.0.7");
    assertThat(spans.get(1).error()).isFalse();
    assertThat(spans.get(3).startNanos()).isEqualTo(micros(OTHER) * 1_000 + 3_000_000);
  }

  @Test
  void aBusySliceIsReadWholeWhereTheQueriesSuffice() {
    TraceAnswer answer = ask(Set.of("busy"), busyFrom(), 500);
    assertThat(answer.warnings()).isEmpty();
    assertThat(answer.traces()).isNotEmpty();
    assertThat(answer.seen()).isEqualTo(BUSY);
  }

  @Test
  void aSliceTooBusyIsReadByChanceAndSaysSo() {
    TraceAnswer answer = ask(Set.of("busy"), busyFrom(), 20);
    assertThat(answer.warnings()).anyMatch(w -> w.contains("by chance"));
    assertThat((double) answer.seen()).isCloseTo(BUSY, Percentage.withPercentage(50));
    long inEarlyHalf =
        answer.traces().stream()
            .filter(t -> (startMillis(t) - busyFrom().toEpochMilli()) % 30_000 < 15_000)
            .count();
    assertThat(inEarlyHalf).as("not only the newest of a slice").isPositive();
  }

  /** Means over seeds come near the truth; that of the newest alone would not. */
  @Test
  void theWeightsAreHonest() {
    double sum = 0;
    double slow = 0;
    for (int seed = 1; seed <= 20; seed++) {
      TraceAnswer answer = ask(Set.of("busy"), busyFrom(), 20, seed);
      for (SampledTrace trace : answer.traces()) {
        sum += trace.weight() / 20;
        slow += trace.spans().getFirst().durationNanos() > 10_000_000 ? trace.weight() / 20 : 0;
      }
    }
    assertThat(sum).isCloseTo(BUSY, Percentage.withPercentage(15));
    assertThat(slow).isCloseTo(BUSY / 2.0, Percentage.withPercentage(20));
  }

  private static TraceAnswer ask(Set<String> services, Instant from, int tracesPerQuery) {
    return ask(services, from, tracesPerQuery, 1);
  }

  private static TraceAnswer ask(
      Set<String> services, Instant from, int tracesPerQuery, long seed) {
    TimeWindow window = new TimeWindow(from, from.plusSeconds(300));
    return Zipkins.source(requireNonNull(server).url(), tracesPerQuery, 300)
        .sample(new TraceQuery(services, window, Duration.ofSeconds(30), 1_000, seed));
  }

  private static long startMillis(SampledTrace trace) {
    return trace.spans().getFirst().startNanos() / 1_000_000;
  }

  private static long micros(Instant instant) {
    return instant.toEpochMilli() * 1_000;
  }

  private static Instant busyFrom() {
    return OTHER.plusSeconds(3_600);
  }

  /**
   * Ids differ in their last 16 digits, by which Zipkin's memory tells traces apart. Twenty a
   * second for five minutes; in each half minute the first half is slow.
   */
  private static List<Span> busy() {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < BUSY; i++) {
      long micros = micros(busyFrom()) + 50_000L * i;
      String trace = "b%031x".formatted(1_000_000 + i);
      Span span = Zipkins.span(trace, "%016x".formatted(i + 1), null, "busy", micros);
      spans.add(i % 600 < 300 ? Zipkins.lasting(span, 20_000_000) : span);
    }
    return spans;
  }

  private static final String SHARED =
      """
      [{"traceId": "ccc1", "id": "ccc1", "name": "get /", "kind": "SERVER", "timestamp": %1$d,
        "duration": 9000, "localEndpoint": {"serviceName": "Front"}},
       {"traceId": "ccc1", "id": "ccc2", "parentId": "ccc1", "name": "post", "kind": "CLIENT",
        "timestamp": %2$d, "duration": 7000, "localEndpoint": {"serviceName": "Front"}},
       {"traceId": "ccc1", "id": "ccc2", "parentId": "ccc1", "name": "post /buy", "kind": "SERVER",
        "shared": true, "timestamp": %3$d, "duration": 5000, "tags": {"error": "out of stock"},
        "localEndpoint": {"serviceName": "Shop", "ipv4": "10.0.0.7", "port": 80}},
       {"traceId": "ccc1", "id": "ccc3", "parentId": "ccc2", "name": "look up", "timestamp": %4$d,
        "duration": 100, "localEndpoint": {"serviceName": "Shop"}}]
      """
          .formatted(
              micros(OTHER), micros(OTHER) + 1_000, micros(OTHER) + 2_000, micros(OTHER) + 3_000);
}
