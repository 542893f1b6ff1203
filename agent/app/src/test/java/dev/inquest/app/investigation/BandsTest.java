package dev.inquest.app.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.investigation.Detection;
import dev.inquest.investigation.Scope;
import dev.inquest.investigation.Shift;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BandsTest {
  private static final Instant ONSET = Instant.parse("2026-07-11T13:31:00Z");
  private static final Scope SCOPE =
      new Scope(
          List.of(),
          ONSET,
          new TimeWindow(ONSET.minusSeconds(600), ONSET.plusSeconds(60)),
          Set.of("checkout"),
          Set.of("latency"));

  @Test
  void whatUsersFeelComesBeforeWhatIsStronger() {
    Detection detection =
        new Detection(
            new Onset(ONSET, ONSET),
            List.of(
                shift("process_cpu_usage", "checkout", 90),
                shift("http_request_duration_seconds", "payment", 80),
                shift("http_request_duration_seconds", "checkout", 10)),
            List.of());

    List<Band> bands = Bands.of(SCOPE, detection, List.of());

    assertThat(bands).hasSize(1);
    assertThat(bands.getFirst().service()).isEqualTo("checkout");
    assertThat(bands.getFirst().key().name()).isEqualTo("http_request_duration_seconds");
  }

  @Test
  void theBaselineWidensTheBand() {
    Shift shift = shift("http_request_duration_seconds", "checkout", 10);
    long[] times = new long[300];
    double[] values = new double[300];
    for (int i = 0; i < 300; i++) {
      times[i] = ONSET.minusSeconds(300 - i).toEpochMilli();
      values[i] = i % 50 == 0 ? 3 : 1;
    }
    MetricSeries baseline = new MetricSeries(shift.series(), times, values);

    Band band =
        Bands.of(SCOPE, new Detection(shift.onset(), List.of(shift), List.of()), List.of(baseline))
            .getFirst();

    assertThat(band.holds(3)).isTrue();
    assertThat(band.holds(0.9)).isTrue();
    assertThat(band.holds(4)).isFalse();
  }

  @Test
  void whatNobodyFeelsIsBackHoweverNarrowTheBaseline() {
    SeriesId id = SeriesId.of("http_request_duration_seconds", Map.of("service", "checkout"));
    // 0.6 ms give or take 0.05, then 30 ms
    Shift shift = new Shift("e1", id, new Onset(ONSET, ONSET), 0.0006, 0.03, 588, 1, 2, 0.001);

    Band band =
        Bands.of(SCOPE, new Detection(shift.onset(), List.of(shift), List.of()), List.of())
            .getFirst();

    assertThat(band.high()).isLessThan(0.001);
    assertThat(band.holds(0.002)).isTrue();
    assertThat(band.holds(0.006)).isFalse();
    assertThat(band.holds(0.03)).isFalse();
  }

  @Test
  void versionsAndSpellingsAreTheSameSeries() {
    SeriesId dotted =
        SeriesId.of("http.duration", Map.of("service", "a", "version", "1", "instance", "x"));
    SeriesId legal = SeriesId.of("http_duration", Map.of("service", "a", "version", "2"));

    assertThat(SeriesKey.of(dotted)).isEqualTo(SeriesKey.of(legal));
  }

  private static Shift shift(String name, String service, double effect) {
    SeriesId id = SeriesId.of(name, Map.of("service", service));
    return new Shift("e1", id, new Onset(ONSET, ONSET), 1, 1 + effect / 10, effect, 1, 2, 0.001);
  }
}
