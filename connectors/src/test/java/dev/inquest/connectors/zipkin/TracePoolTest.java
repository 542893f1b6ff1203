package dev.inquest.connectors.zipkin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class TracePoolTest {
  @Test
  void keepsAllWhereThereIsRoom() {
    TracePool pool = new TracePool(1_000, 1);
    traces(100).forEach(t -> pool.add(t, 3));
    assertThat(pool.thinned()).isFalse();
    assertThat(kept(pool)).hasSize(100).allMatch(t -> t.weight() == 3);
  }

  @Test
  void whatIsKeptStandsForAllWhateverTheOrder() {
    List<List<Span>> traces = new ArrayList<>(traces(20_000));
    TracePool pool = new TracePool(2_000, 1);
    traces.forEach(t -> pool.add(t, 1));
    Collections.shuffle(traces, new Random(5));
    TracePool shuffled = new TracePool(2_000, 1);
    traces.forEach(t -> shuffled.add(t, 1));

    assertThat(pool.thinned()).isTrue();
    assertThat(kept(pool)).hasSizeLessThanOrEqualTo(2_000).isEqualTo(kept(shuffled));
    double sum = kept(pool).stream().mapToDouble(SampledTrace::weight).sum();
    assertThat(sum).isCloseTo(20_000, Percentage.withPercentage(10));
  }

  @Test
  void aTraceThatComesTwiceCountsOnce() {
    TracePool pool = new TracePool(10, 1);
    pool.add(traces(1).getFirst(), 1);
    pool.add(traces(1).getFirst(), 1);
    assertThat(kept(pool)).hasSize(1);
  }

  private static List<SampledTrace> kept(TracePool pool) {
    List<SampledTrace> kept = new ArrayList<>();
    pool.forEach(kept::add);
    return kept;
  }

  private static List<List<Span>> traces(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> List.of(Zipkins.span("%032x".formatted(i + 1), "1", null, "shop", 1 + i)))
        .toList();
  }
}
