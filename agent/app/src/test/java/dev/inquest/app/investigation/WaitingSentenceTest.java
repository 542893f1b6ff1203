package dev.inquest.app.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.evidence.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitingSentenceTest {
  private static final Instant RESOLVED = Instant.parse("2026-07-11T13:31:00Z");

  @Test
  void saysWhereWhatShiftedLayBefore() {
    assertThat(sentence(band("shop", -0.001, 0.004)))
        .isEqualTo(
            "Its alerts are resolved. It stays open until these have been back, or nearly, for 30 s:"
                + " http_request_duration_seconds of shop (before: 0 s to 4 ms).");
  }

  @Test
  void namesThreeAndCountsTheOthers() {
    Band band = band("shop", 0.001, 0.004);
    assertThat(sentence(band, band, band)).doesNotContain("more");
    assertThat(sentence(band, band, band, band, band)).endsWith("; and 2 more.");
  }

  private static String sentence(Band... bands) {
    return WaitingSentence.of(
        new RecoveryState.Waiting(RESOLVED, List.of(bands), Duration.ofSeconds(30)));
  }

  private static Band band(String service, double low, double high) {
    SeriesId series = SeriesId.of("http_request_duration_seconds", Map.of("service", service));
    return new Band(SeriesKey.of(series), service, series, 0.002, low, high);
  }
}
