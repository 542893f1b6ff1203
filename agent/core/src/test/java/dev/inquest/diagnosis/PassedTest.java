package dev.inquest.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Scope;
import dev.inquest.topology.Topology;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A minute a sample; latency rises at minute 80 and the alert fires at minute 82. */
class PassedTest {
  private static final Instant BEGAN = Instant.parse("2026-03-01T10:00:00Z");
  private static final int SAMPLES = 110;

  @Test
  void whatCameBackAndStayedIsOverSinceItsAlertEnded() {
    assertThat(since(i -> i >= 80 && i < 87 ? 0.9 : 0.04, alert(82, 88))).contains(minute(88));
  }

  @Test
  void whatStillFiresIsNotOver() {
    assertThat(since(i -> i >= 80 && i < 87 ? 0.9 : 0.04, alert(82, null))).isEmpty();
  }

  @Test
  void oneAlertOfTwoThatGoesOnIsEnough() {
    assertThat(since(i -> 0.04, alert(82, 88), alert(83, null))).isEmpty();
  }

  @Test
  void whatStaysBadIsNotOverWhateverTheSenderSays() {
    assertThat(since(i -> i >= 80 ? 0.9 : 0.04, alert(82, 88))).isEmpty();
  }

  @Test
  void quietForLessTimeThanItLastedMayComeBack() {
    assertThat(since(i -> i >= 80 && i < 97 ? 0.9 : 0.04, alert(82, 98))).isEmpty();
  }

  @Test
  void fewSamplesSinceTellNothing() {
    assertThat(since(i -> i >= 103 && i < 105 ? 0.9 : 0.04, alert(104, 106))).isEmpty();
  }

  private static Alert alert(int from, @Nullable Integer to) {
    return new Alert(
        "a" + from,
        minute(from),
        to == null ? null : minute(to),
        to == null ? AlertStatus.FIRING : AlertStatus.RESOLVED,
        Map.of("service", "shop"),
        Map.of());
  }

  private static Instant minute(int sample) {
    return BEGAN.plusSeconds(60L * sample);
  }

  private static Optional<Instant> since(IntToDoubleFunction level, Alert... alerts) {
    Random random = new Random(1);
    long[] times = new long[SAMPLES];
    double[] values = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      times[i] = minute(i).toEpochMilli();
      values[i] = level.applyAsDouble(i) * (1 + 0.05 * random.nextGaussian());
    }
    MetricSeries series =
        new MetricSeries(SeriesId.of("latency_seconds", Map.of("service", "shop")), times, values);
    Scope scope =
        new Scope(
            List.of(alerts),
            alerts[0].startsAt(),
            new TimeWindow(BEGAN, minute(SAMPLES)),
            Set.of("shop"),
            Set.of("latency"));
    Gathered gathered =
        new Gathered(
            List.of(series),
            List.of(),
            List.of(),
            List.of(),
            Topology.EMPTY,
            List.of(),
            List.of(),
            List.of());
    return Passed.since(scope, gathered);
  }
}
