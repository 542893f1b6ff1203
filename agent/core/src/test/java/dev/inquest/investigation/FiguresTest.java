package dev.inquest.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.evidence.SeriesId;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "http.server.duration_seconds, 0.0123, 12.3 ms",
    "latency_ms, 12.3, 12.3 ms",
    "db_latency_milliseconds, 5400, 5.4 s",
    "gc_time_us, 250, 250 µs",
    "request_rate, 250, 250 1/s",
    "requests_per_second, 7, 7 1/s",
    "lock_count, 9, 9",
    "cpu_usage, 0.5, 0.5"
  })
  void theNameTellsTheUnit(String name, double value, String said) {
    assertThat(Figures.of(SeriesId.of(name, Map.of()), value)).isEqualTo(said);
  }
}
