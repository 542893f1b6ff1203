package dev.inquest.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.SeriesId;
import dev.inquest.investigation.Shift;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementsPerRequestTest {
  private static final Onset ONSET =
      new Onset(Instant.parse("2026-03-01T10:00:00Z"), Instant.parse("2026-03-01T10:01:00Z"));

  @Test
  void fiveTimesTheStatementsForAsManyRequestsIsMorePerRequest() {
    assertThat(StatementsPerRequest.grew(List.of(shift("db_queries_rate", "shop", 40, 200))))
        .isTrue();
  }

  @Test
  void moreStatementsBecauseOfMoreRequestsAreNot() {
    assertThat(
            StatementsPerRequest.grew(
                List.of(
                    shift("db_queries_rate", "shop", 40, 200),
                    shift("http_requests_rate", "shop", 10, 45))))
        .isFalse();
  }

  @Test
  void anotherServicesRequestsDoNotExcuseIt() {
    assertThat(
            StatementsPerRequest.grew(
                List.of(
                    shift("db_queries_rate", "shop", 40, 200),
                    shift("http_requests_rate", "blog", 10, 45))))
        .isTrue();
  }

  @Test
  void slowerStatementsAreNotMore() {
    assertThat(StatementsPerRequest.grew(List.of(shift("db_query_seconds", "shop", 0.01, 0.2))))
        .isFalse();
  }

  private static Shift shift(String name, String service, double before, double after) {
    return new Shift(
        "e1", SeriesId.of(name, Map.of("service", service)), ONSET, before, after, 5, 4, 6, 0.001);
  }
}
