package dev.inquest.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TraceDrawTest {
  private static final Instant FROM = Instant.parse("2026-03-01T10:00:00Z");
  private static final TimeWindow WINDOW = new TimeWindow(FROM, FROM.plusSeconds(300));
  private static final int TRACES = 3_000;
  private static final int FAILING = 30;

  @Test
  void nothingIsDrawnFromNothing() {
    assertThat(new TraceDraw(query(5, 1)).draw(List.of())).isEmpty();
  }

  @Test
  void aLargeReservoirTakesAllAndEachCountsAsItself() {
    List<SampledTrace> drawn = new TraceDraw(query(TRACES, 1)).draw(traces());

    assertThat(ids(drawn)).hasSize(TRACES);
    assertThat(drawn).allMatch(t -> t.weight() == 1);
  }

  @Test
  void theOrderOfTheTracesDoesNotMatterAndTheSeedDoes() {
    List<SampledTrace> shuffled = new ArrayList<>(traces());
    Collections.shuffle(shuffled, new Random(4));

    List<SampledTrace> drawn = new TraceDraw(query(5, 1)).draw(traces());
    assertThat(new TraceDraw(query(5, 1)).draw(shuffled)).isEqualTo(drawn);
    assertThat(ids(new TraceDraw(query(5, 2)).draw(traces()))).isNotEqualTo(ids(drawn));
  }

  /** One that had a weight already stands for as many as before, times those it stands for now. */
  @Test
  void theWeightsAddUpToWhatWasThere() {
    List<SampledTrace> weighted =
        traces().stream().map(t -> new SampledTrace(t.spans(), 3, "")).toList();

    List<SampledTrace> drawn = new TraceDraw(query(4, 1)).draw(weighted);

    assertThat(drawn).hasSizeLessThan(TRACES);
    assertThat(drawn.stream().mapToDouble(SampledTrace::weight).sum())
        .isCloseTo(3.0 * TRACES, within(1e-6));
  }

  @Test
  void theBoundHoldsAndSmallStrataAreKeptWhole() {
    List<SampledTrace> drawn = new TraceDraw(query(TRACES, 1), 600).draw(traces());

    assertThat(drawn).hasSizeLessThanOrEqualTo(600).hasSizeGreaterThan(500);
    assertThat(drawn.stream().filter(t -> t.spans().getFirst().error())).hasSize(FAILING);
  }

  @Test
  void whereStrataAreMoreThanTheBoundEachKeepsOne() {
    Map<String, Long> sizes =
        new TraceDraw(query(TRACES, 1), 1)
            .draw(traces()).stream()
                .collect(Collectors.groupingBy(SampledTrace::stratum, Collectors.counting()));

    assertThat(sizes).hasSizeGreaterThan(10).allSatisfy((name, size) -> assertThat(size).isOne());
  }

  /** The Horvitz-Thompson estimate of a mean, over seeds, comes near it. */
  @Test
  void theDrawIsFairWithinAStratum() {
    double truth = traces().stream().mapToDouble(TraceDrawTest::millis).sum() / TRACES;
    double sum = 0;
    for (int seed = 0; seed < 200; seed++) {
      for (SampledTrace trace : new TraceDraw(query(3, seed)).draw(traces())) {
        sum += trace.weight() * millis(trace) / TRACES / 200;
      }
    }

    assertThat(sum).isCloseTo(truth, within(0.01 * truth));
  }

  private static double millis(SampledTrace trace) {
    return trace.spans().getFirst().durationNanos() / 1e6;
  }

  private static TraceQuery query(int perStratum, long seed) {
    return new TraceQuery(Set.of(), WINDOW, Duration.ofSeconds(30), perStratum, seed);
  }

  private static Set<String> ids(List<SampledTrace> traces) {
    return traces.stream().map(t -> t.spans().getFirst().traceId()).collect(Collectors.toSet());
  }

  /** Ten a second for five minutes, lasting from 1 to 50 ms; one in a hundred fails. */
  private static List<SampledTrace> traces() {
    Random random = new Random(9);
    List<SampledTrace> all = new ArrayList<>();
    for (int i = 0; i < TRACES; i++) {
      Span span =
          new Span(
              "%032x".formatted(random.nextLong()),
              "%016x".formatted(i + 1),
              null,
              "shop",
              null,
              null,
              "GET /",
              SpanKind.SERVER,
              FROM.toEpochMilli() * 1_000_000L + i * 100_000_000L,
              1_000_000L + random.nextInt(50) * 1_000_000L,
              i % (TRACES / FAILING) == 0,
              Map.of());
      all.add(new SampledTrace(List.of(span), 1, ""));
    }
    return all;
  }
}
