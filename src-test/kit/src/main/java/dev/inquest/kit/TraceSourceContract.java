package dev.inquest.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.evidence.TraceAnswer;
import dev.inquest.evidence.TraceQuery;
import dev.inquest.evidence.TraceSource;
import dev.inquest.failure.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every {@link TraceSource} keeps to. A subclass gives a system that holds {@link #HELD}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TraceSourceContract {
  protected static final Instant FROM = Instant.parse("2026-03-01T12:00:00Z");
  private static final int TRACES = 240;
  private static final long MILLI = 1_000_000L;

  /**
   * One trace a second for four minutes: a front that calls carts or orders; each tenth failed,
   * each seventh slow.
   */
  protected static final List<List<Span>> HELD = traces();

  private final Holder<TraceSource> source = new Holder<>();

  /** A source over a system that holds exactly {@link #HELD}. */
  protected abstract TraceSource source() throws Exception;

  /** A source whose system is not there. */
  protected abstract TraceSource unreachable() throws Exception;

  @BeforeAll
  final void openSource() throws Exception {
    source.set(source());
  }

  @Test
  void aLargeReservoirTakesAll() {
    TraceAnswer answer = ask(Set.of(), 0, TRACES, 1_000, 1);
    assertThat(ids(answer)).hasSize(TRACES);
    assertThat(answer.seen()).isEqualTo(TRACES);
    assertThat(answer.traces()).allMatch(t -> t.weight() == 1);
    assertThat(answer.query()).isNotBlank();
  }

  @Test
  void tracesAreWhole() {
    SampledTrace trace = ask(Set.of(), 30, 31, 1_000, 1).traces().getFirst();
    List<Span> held = HELD.get(30);
    assertThat(trace.spans())
        .extracting(Span::spanId)
        .containsExactly(held.get(0).spanId(), held.get(1).spanId());
    Span inner = trace.spans().get(1);
    assertThat(inner.parentId()).isEqualTo(held.getFirst().spanId());
    assertThat(inner.service()).isEqualTo(held.get(1).service());
    assertThat(inner.version()).isEqualTo("1.2.3");
    assertThat(inner.instance()).isEqualTo("i-1");
    assertThat(inner.kind()).isEqualTo(SpanKind.CLIENT);
    assertThat(inner.startNanos()).isEqualTo(held.get(1).startNanos());
    assertThat(inner.durationNanos()).isEqualTo(held.get(1).durationNanos());
    assertThat(inner.error()).isEqualTo(held.get(1).error());
    assertThat(inner.attributes()).containsEntry("db.operation.name", "SELECT");
  }

  @Test
  void aSampleStandsForAll() {
    TraceAnswer answer = ask(Set.of(), 0, TRACES, 3, 1);
    assertThat(answer.traces()).hasSizeLessThan(TRACES);
    double sum = answer.traces().stream().mapToDouble(SampledTrace::weight).sum();
    assertThat(sum).isCloseTo((double) answer.seen(), Offset.offset(0.5));
    assertThat(answer.seen()).isEqualTo(TRACES);
    Map<String, Long> sizes =
        answer.traces().stream()
            .collect(Collectors.groupingBy(SampledTrace::stratum, Collectors.counting()));
    assertThat(sizes.values()).allMatch(size -> size <= 3);
    assertThat(sizes.size()).isGreaterThan(4);
  }

  @Test
  void rareFailuresAreKept() {
    TraceAnswer answer = ask(Set.of(), 0, TRACES, 3, 1);
    assertThat(answer.traces()).anyMatch(t -> t.spans().stream().anyMatch(Span::error));
  }

  @Test
  void theSeedDecides() {
    assertThat(ids(ask(Set.of(), 0, TRACES, 3, 7))).isEqualTo(ids(ask(Set.of(), 0, TRACES, 3, 7)));
    assertThat(ids(ask(Set.of(), 0, TRACES, 3, 7)))
        .isNotEqualTo(ids(ask(Set.of(), 0, TRACES, 3, 8)));
  }

  @Test
  void readsOnlyTracesThatTouchTheServices() {
    TraceAnswer answer = ask(Set.of("orders"), 0, TRACES, 1_000, 1);
    assertThat(answer.traces())
        .hasSize(TRACES / 2)
        .allMatch(t -> t.spans().stream().anyMatch(s -> s.service().equals("orders")))
        .allMatch(t -> t.spans().size() == 2);
    assertThat(ask(Set.of("nobody"), 0, TRACES, 10, 1).traces()).isEmpty();
  }

  @Test
  void readsOnlyTheWindow() {
    assertThat(ids(ask(Set.of(), 10, 20, 1_000, 1)))
        .isEqualTo(
            HELD.subList(10, 20).stream()
                .map(t -> t.getFirst().traceId())
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void failsWithItsReasonWhereTheSystemIsNotThere() throws Exception {
    TraceSource broken = unreachable();
    FailureException thrown =
        catchThrowableOfType(
            FailureException.class, () -> broken.sample(query(Set.of(), 0, 10, 10, 1)));
    assertThat(thrown.failure().code()).startsWith("source-");
    assertThat(broken.check()).isInstanceOf(CheckResult.Failed.class);
  }

  @Test
  void checksWell() {
    assertThat(source.get().check()).isInstanceOf(CheckResult.Ok.class);
  }

  private TraceAnswer ask(Set<String> services, int from, int to, int perStratum, long seed) {
    return source.get().sample(query(services, from, to, perStratum, seed));
  }

  private static TraceQuery query(
      Set<String> services, int from, int to, int perStratum, long seed) {
    TimeWindow window = new TimeWindow(FROM.plusSeconds(from), FROM.plusSeconds(to));
    return new TraceQuery(services, window, Duration.ofSeconds(30), perStratum, seed);
  }

  private static Set<String> ids(TraceAnswer answer) {
    return answer.traces().stream()
        .map(t -> t.spans().getFirst().traceId())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<List<Span>> traces() {
    List<List<Span>> traces = new ArrayList<>();
    for (int i = 0; i < TRACES; i++) {
      long start = FROM.plusSeconds(i).toEpochMilli() * MILLI;
      long length = (i % 7 == 0 ? 900 : 20 + i % 5) * MILLI;
      boolean failed = i % 10 == 0;
      Span front = span(i, 0, "front", "GET /", SpanKind.SERVER, start, length, failed);
      String callee = i % 2 == 0 ? "carts" : "orders";
      Span inner = span(i, 1, callee, "query", SpanKind.CLIENT, start + MILLI, length / 2, failed);
      traces.add(List.of(front, inner));
    }
    return List.copyOf(traces);
  }

  private static Span span(
      int trace,
      int number,
      String service,
      String operation,
      SpanKind kind,
      long start,
      long length,
      boolean error) {
    return new Span(
        "%032x".formatted(trace + 1),
        "%016x".formatted(2L * trace + number + 1),
        number == 0 ? null : "%016x".formatted(2L * trace + 1),
        service,
        "i-1",
        "1.2.3",
        operation,
        kind,
        start,
        length,
        error,
        Map.of("db.operation.name", "SELECT"));
  }
}
