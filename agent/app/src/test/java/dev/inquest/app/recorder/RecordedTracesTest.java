package dev.inquest.app.recorder;

import static dev.inquest.app.recorder.RecorderFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.evidence.TraceAnswer;
import dev.inquest.evidence.TraceQuery;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordedTracesTest {
  private static final TimeWindow WINDOW = new TimeWindow(NOW.minusSeconds(600), NOW);

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
  void joinsTheSpansThatServicesSendApart() {
    Instant at = NOW.minusSeconds(60);
    fixture.send(
        Signal.TRACES,
        Telemetry.traces("store", List.of(Telemetry.span(1, 2, 1, at, millis(5), false))));
    fixture.send(
        Signal.TRACES,
        Telemetry.traces("shop", List.of(Telemetry.span(1, 1, 0, at, millis(9), false))));
    List<SampledTrace> traces = sample(Set.of("store"), 10, 1).traces();
    assertThat(traces).hasSize(1);
    SampledTrace trace = traces.getFirst();
    assertThat(trace.spans()).extracting("service").containsExactlyInAnyOrder("shop", "store");
    assertThat(trace.weight()).isEqualTo(1.0);
    assertThat(trace.spans().getFirst().traceId()).isEqualTo("00000000000000070000000000000001");
  }

  @Test
  void leavesOutTracesThatDoNotTouchTheServices() {
    sendMany(50);
    assertThat(sample(Set.of("elsewhere"), 10, 1).traces()).isEmpty();
    assertThat(sample(Set.of("elsewhere"), 10, 1).seen()).isZero();
  }

  @Test
  void weightsAddUpToWhatWasSeenAndErrorsAreNotDrownedOut() {
    sendMany(6_000);
    TraceAnswer answer = sample(Set.of("shop"), 5, 1);
    assertThat(answer.seen()).isEqualTo(6_000);
    double all = answer.traces().stream().mapToDouble(SampledTrace::weight).sum();
    assertThat(all).isCloseTo(6_000, org.assertj.core.data.Offset.offset(1e-6));
    double errors =
        answer.traces().stream()
            .filter(t -> t.spans().getFirst().error())
            .mapToDouble(SampledTrace::weight)
            .sum();
    assertThat(errors).isCloseTo(60, org.assertj.core.data.Offset.offset(1e-6));
    assertThat(answer.traces().size()).isLessThan(1_200);
  }

  @Test
  void theSameSeedDrawsTheSameTracesAndAnotherDrawsOthers() {
    sendMany(3_000);
    assertThat(ids(sample(Set.of(), 3, 7))).isEqualTo(ids(sample(Set.of(), 3, 7)));
    assertThat(ids(sample(Set.of(), 3, 7))).isNotEqualTo(ids(sample(Set.of(), 3, 8)));
  }

  @Test
  void aSpanSentTwiceCountsOnce() {
    Span span = Telemetry.span(1, 1, 0, NOW.minusSeconds(5), millis(1), false);
    fixture.send(Signal.TRACES, Telemetry.traces("shop", List.of(span)));
    fixture.send(Signal.TRACES, Telemetry.traces("shop", List.of(span)));
    assertThat(sample(Set.of(), 5, 1).traces())
        .singleElement()
        .satisfies(t -> assertThat(t.spans()).hasSize(1));
  }

  @Test
  void tenTimesTheTracesGiveAboutTheSameAnswerAndNotMoreThanTwiceTenTimesTheWork() {
    sendMany(20_000);
    sample(Set.of(), 5, 1);
    long few = timed();
    sendMany(200_000);
    long many = timed();
    assertThat(sample(Set.of(), 5, 1).traces().size()).isLessThan(2_000);
    assertThat(many).isLessThan(25 * Math.max(few, 20_000_000L));
  }

  private long timed() {
    long started = System.nanoTime();
    sample(Set.of(), 5, 1);
    return System.nanoTime() - started;
  }

  private TraceAnswer sample(Set<String> services, int perStratum, long seed) {
    return new RecordedTraces(fixture.recorder())
        .sample(new TraceQuery(services, WINDOW, Duration.ofSeconds(30), perStratum, seed));
  }

  private static Set<String> ids(TraceAnswer answer) {
    return answer.traces().stream()
        .map(t -> t.spans().getFirst().traceId())
        .collect(Collectors.toSet());
  }

  /** One in a hundred fails; durations spread; times spread over the window. */
  private void sendMany(int count) {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant at = WINDOW.from().plusMillis((long) i * 600_000 / count);
      spans.add(Telemetry.span(i + 1, 1, 0, at, millis(1 + i % 97), i % 100 == 0));
      if (spans.size() == 500) {
        fixture.send(Signal.TRACES, Telemetry.traces("shop", spans));
        spans.clear();
      }
    }
    fixture.send(Signal.TRACES, Telemetry.traces("shop", spans));
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
