package dev.inquest.app.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class RecoveryWindowTest {
  private static final Instant START = Instant.parse("2026-07-11T13:31:00Z");
  private static final SeriesId ID = SeriesId.of("latency.p95", Map.of("service", "a"));
  private static final Band BAND = new Band(SeriesKey.of(ID), "a", ID, 0.5, 0, 1);

  @Test
  void theFirstWindowWhollyInsideCounts() {
    var window = window(series(60, i -> i < 20 ? 5 : 0.5));

    assertThat(window.first(START, START.plusSeconds(60)))
        .hasValueSatisfying(
            at -> assertThat(at).isBetween(START.plusSeconds(20), START.plusSeconds(21)));
  }

  @Test
  void aWindowThatIsNotOverProvesNothing() {
    var window = window(series(40, i -> i < 20 ? 5 : 0.5));

    assertThat(window.first(START, START.plusSeconds(40))).isEmpty();
  }

  @Test
  void aTenthOutsideBeginsItAnew() {
    var window = window(series(60, i -> i == 24 || i == 25 ? 5 : 0.5));

    assertThat(window.first(START, START.plusSeconds(60)))
        .hasValueSatisfying(at -> assertThat(at).isAfter(START.plusSeconds(25)));
  }

  @Test
  void wildSamplesFarApartDoNot() {
    var window = window(series(60, i -> i % 7 == 4 ? 5 : 0.5));

    assertThat(window.first(START, START.plusSeconds(60))).hasValue(START);
  }

  @Test
  void oneSickInstanceOfTwoIsSeen() {
    MetricSeries sick = series(60, i -> 5);
    var window =
        new RecoveryWindow(
            List.of(BAND),
            List.of(series(60, i -> 0.5), sick),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1));

    assertThat(window.first(START, START.plusSeconds(60))).isEmpty();
  }

  @Test
  void anEarlierWholeWindowCountsEvenIfItGetsWorseAgain() {
    var window = window(series(80, i -> i < 40 ? 0.5 : 5));

    assertThat(window.first(START, START.plusSeconds(80))).hasValue(START);
  }

  @Test
  void silenceIsNotRecovery() {
    assertThat(window(series(0, i -> 0.5)).first(START, START.plusSeconds(600))).isEmpty();
    assertThat(window(series(0, i -> 0.5)).blind()).isTrue();
    assertThat(window(series(5, i -> 0.5)).first(START, START.plusSeconds(600))).isEmpty();
  }

  @Test
  void infinityIsOutsideAndNotANumberIsNothing() {
    assertThat(
            window(series(60, i -> Double.POSITIVE_INFINITY)).first(START, START.plusSeconds(60)))
        .isEmpty();
    assertThat(window(series(60, i -> Double.NaN)).blind()).isTrue();
  }

  private static RecoveryWindow window(MetricSeries series) {
    return new RecoveryWindow(
        List.of(BAND), List.of(series), Duration.ofSeconds(30), Duration.ofSeconds(1));
  }

  private static MetricSeries series(int seconds, IntToDoubleFunction value) {
    long[] times = new long[seconds];
    double[] values = new double[seconds];
    for (int i = 0; i < seconds; i++) {
      times[i] = START.plusSeconds(i).toEpochMilli();
      values[i] = value.applyAsDouble(i);
    }
    return new MetricSeries(ID, times, values);
  }
}
