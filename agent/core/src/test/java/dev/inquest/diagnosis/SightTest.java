package dev.inquest.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.diagnosis.Sight.Seen;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Scope;
import dev.inquest.topology.Topology;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SightTest {
  private static final Instant BEGAN = Instant.parse("2026-03-01T10:00:00Z");
  private static final int SAMPLES = 120;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noiseAroundOneLevelIsAsBefore(long seed) {
    assertThat(seen(SAMPLES, noisy(seed, i -> 0.04))).isEqualTo(Seen.AS_BEFORE);
  }

  @Test
  void theNewestAloneMayBeABeginning() {
    assertThat(seen(SAMPLES, noisy(1, i -> i < SAMPLES - 3 ? 0.04 : 0.9)))
        .isEqualTo(Seen.PERHAPS_BEGINNING);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 40, 55})
  void anIncidentThatFillsMostOfTheSeriesIsNotAsBefore(int from) {
    assertThat(seen(SAMPLES, noisy(2, i -> i < from ? 0.01 : 0.4))).isEqualTo(Seen.NOT_AS_IT_BEGAN);
  }

  @Test
  void whatCameBackIsAsBefore() {
    assertThat(seen(SAMPLES, noisy(3, i -> i > 40 && i < 60 ? 0.9 : 0.04)))
        .isEqualTo(Seen.AS_BEFORE);
  }

  @Test
  void whatBecameFasterIsNoComplaint() {
    assertThat(seen(SAMPLES, noisy(4, i -> i < 40 ? 0.9 : 0.04))).isEqualTo(Seen.AS_BEFORE);
  }

  @Test
  void aSeriesThatEndedBeforeTheAlertSaysNothing() {
    assertThat(seen(SAMPLES - 20, noisy(5, i -> 0.04))).isEqualTo(Seen.NOTHING);
  }

  private static IntToDoubleFunction noisy(long seed, IntToDoubleFunction level) {
    Random random = new Random(seed);
    return i -> level.applyAsDouble(i) * (1 + 0.05 * random.nextGaussian());
  }

  private static Seen seen(int samples, IntToDoubleFunction value) {
    long[] times = new long[samples];
    double[] values = new double[samples];
    for (int i = 0; i < samples; i++) {
      times[i] = BEGAN.plusSeconds(i).toEpochMilli();
      values[i] = value.applyAsDouble(i);
    }
    MetricSeries series =
        new MetricSeries(SeriesId.of("latency_seconds", Map.of("service", "shop")), times, values);
    Instant alerted = BEGAN.plusSeconds(SAMPLES - 1);
    Scope scope =
        new Scope(
            List.of(),
            alerted,
            new TimeWindow(BEGAN, alerted.plusSeconds(1)),
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
    return Sight.of(scope, gathered);
  }
}
