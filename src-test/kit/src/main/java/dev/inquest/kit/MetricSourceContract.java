package dev.inquest.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.MetricAnswer;
import dev.inquest.evidence.MetricQuery;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.MetricSource;
import dev.inquest.evidence.SeriesId;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.failure.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every {@link MetricSource} keeps to. A subclass gives a system that holds {@link #HELD}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MetricSourceContract {
  protected static final Instant FROM = Instant.parse("2026-03-01T12:00:00Z");
  protected static final Duration STEP = Duration.ofSeconds(15);
  private static final int STEPS = 40;

  /** Gauges sampled every 15 s for ten minutes; the second lacks a stretch in the middle. */
  protected static final List<MetricSeries> HELD =
      List.of(
          gauge("carts", "a", i -> true),
          gauge("carts", "b", i -> i < 10 || i >= 20),
          gauge("orders", "a", i -> true));

  private final Holder<MetricSource> source = new Holder<>();

  /** A source over a system that holds {@link #HELD}. */
  protected abstract MetricSource source() throws Exception;

  /** A source whose system is not there. */
  protected abstract MetricSource unreachable() throws Exception;

  @BeforeAll
  final void openSource() throws Exception {
    source.set(source());
  }

  @Test
  void readsEverySampleAndInventsNone() {
    MetricAnswer answer = ask(Set.of(), 0, STEPS, 100, 100_000);
    assertThat(samples(answer)).isEqualTo(samples(HELD, i -> true));
    assertThat(answer.query()).isNotBlank();
    assertThat(answer.truncated()).isFalse();
  }

  @Test
  void aWindowHoldsItsBeginAndNotItsEnd() {
    MetricAnswer answer = ask(Set.of(), 5, 25, 100, 100_000);
    long from = at(5);
    long to = at(25);
    assertThat(samples(answer)).isEqualTo(samples(HELD, t -> t >= from && t < to));
  }

  @Test
  void readsOnlyTheServicesAsked() {
    MetricAnswer answer = ask(Set.of("orders"), 0, STEPS, 100, 100_000);
    assertThat(answer.series()).extracting(s -> s.id().service()).containsExactly("orders");
    assertThat(answer.series()).extracting(s -> s.id().instance()).containsExactly("a");
    assertThat(ask(Set.of("nobody"), 0, STEPS, 100, 100_000).series()).isEmpty();
  }

  @Test
  void aServicesNameIsNoPattern() {
    assertThat(ask(Set.of("o.*", "carts|orders"), 0, STEPS, 100, 100_000).series()).isEmpty();
    assertThat(ask(Set.of("\"} or up{a=\""), 0, STEPS, 100, 100_000).series()).isEmpty();
  }

  @Test
  void answersNoMoreSeriesThanAskedAndSaysSo() {
    MetricAnswer answer = ask(Set.of(), 0, STEPS, 1, 100_000);
    assertThat(answer.series()).hasSizeLessThanOrEqualTo(1);
    assertThat(answer.truncated()).isTrue();
    assertThat(answer.warnings()).isNotEmpty();
  }

  @Test
  void answersNoMorePointsThanAskedAndSaysSo() {
    MetricAnswer answer = ask(Set.of(), 0, STEPS, 100, 60);
    int points = answer.series().stream().mapToInt(MetricSeries::size).sum();
    assertThat(points).isLessThanOrEqualTo(60);
    assertThat(answer.warnings()).isNotEmpty();
  }

  @Test
  void findsNothingWhereNothingIs() {
    assertThat(ask(Set.of(), 4_000, 4_100, 100, 100_000).series()).isEmpty();
  }

  @Test
  void failsWithItsReasonWhereTheSystemIsNotThere() throws Exception {
    MetricSource broken = unreachable();
    MetricQuery query = query(Set.of(), 0, STEPS, 100, 100_000);
    FailureException thrown =
        catchThrowableOfType(FailureException.class, () -> broken.series(query));
    assertThat(thrown.failure().code()).startsWith("source-");
    assertThat(broken.check()).isInstanceOf(CheckResult.Failed.class);
  }

  @Test
  void checksWell() {
    assertThat(source.get().check()).isInstanceOf(CheckResult.Ok.class);
  }

  private MetricAnswer ask(Set<String> services, int from, int to, int maxSeries, int maxPoints) {
    return source.get().series(query(services, from, to, maxSeries, maxPoints));
  }

  private static MetricQuery query(
      Set<String> services, int from, int to, int maxSeries, int maxPoints) {
    TimeWindow window =
        new TimeWindow(Instant.ofEpochMilli(at(from)), Instant.ofEpochMilli(at(to)));
    return new MetricQuery(services, window, STEP, maxSeries, maxPoints);
  }

  private static Map<String, Map<Long, Double>> samples(MetricAnswer answer) {
    return samples(answer.series(), t -> true);
  }

  private static Map<String, Map<Long, Double>> samples(
      List<MetricSeries> series, LongPredicate wanted) {
    Map<String, Map<Long, Double>> found = new TreeMap<>();
    for (MetricSeries one : series) {
      String key = one.id().name() + " " + one.id().service() + " " + one.id().instance();
      for (int i = 0; i < one.size(); i++) {
        if (wanted.test(one.millisAt(i))) {
          found.computeIfAbsent(key, k -> new TreeMap<>()).put(one.millisAt(i), one.valueAt(i));
        }
      }
    }
    return found;
  }

  private static MetricSeries gauge(String service, String instance, LongPredicate there) {
    long[] steps = LongStream.range(0, STEPS).filter(there).toArray();
    SeriesId id = SeriesId.of("shop_pool_usage", Map.of("service", service, "instance", instance));
    return new MetricSeries(
        id,
        LongStream.of(steps).map(MetricSourceContract::at).toArray(),
        LongStream.of(steps).mapToDouble(i -> i * 1.5 + service.length()).toArray());
  }

  private static long at(long step) {
    return FROM.toEpochMilli() + step * STEP.toMillis();
  }
}
