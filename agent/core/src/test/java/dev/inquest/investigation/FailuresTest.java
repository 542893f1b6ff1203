package dev.inquest.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.evidence.LogRecord;
import dev.inquest.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private static final Instant BEGAN = Instant.parse("2026-05-04T06:10:00Z");
  private static final int DEBUG = 5;
  private static final int INFO = 9;
  private static final int INFO4 = 12;
  private static final int WARN = 13;

  private static LogRecord log(int second, int severity, String text) {
    return new LogRecord(
        BEGAN.plusSeconds(second), "shop", null, null, severity, text, null, null, Map.of());
  }

  private static Failures of(LogRecord... logs) {
    Gathered gathered =
        new Gathered(
            List.of(),
            List.of(),
            Arrays.asList(logs),
            List.of(),
            Topology.EMPTY,
            List.of(),
            List.of(),
            List.of());
    return Failures.of(gathered, BEGAN, Duration.ZERO);
  }

  @Test
  void whatWasSaidTwiceBeforeIsNoNews() {
    Failures failures =
        of(
            log(-9, WARN, "slow answer in 12 ms"),
            log(-8, WARN, "slow answer in 15 ms"),
            log(-7, WARN, "lost 1 row"),
            log(1, WARN, "slow answer in 90 ms"),
            log(2, WARN, "lost 3 rows"),
            log(3, WARN, "gave up"));
    assertThat(failures.all()).extracting(Failure::text).containsExactly("lost 3 rows", "gave up");
  }

  /**
   * Of one rank are four of OpenTelemetry's severities, so that a warning may have been no less.
   */
  @Test
  void whatWasSaidInTheSameRankBeforeIsNoNews() {
    Failures failures =
        of(
            log(-9, INFO4, "cache is cold"),
            log(-8, INFO4, "cache is cold"),
            log(-7, INFO, "gave up"),
            log(-6, INFO, "gave up"),
            log(1, WARN, "cache is cold"),
            log(2, WARN, "gave up"));
    assertThat(failures.all()).extracting(Failure::text).containsExactly("gave up");
  }

  @Test
  void newTalkBelowInformationIsCountedAndIsNoFailure() {
    Failures failures =
        of(
            log(-9, DEBUG, "row 1 read"),
            log(-8, DEBUG, "row 2 read"),
            log(1, DEBUG, "row 3 read"),
            log(2, DEBUG, "lock 1 taken"),
            log(3, INFO, "started"));
    assertThat(failures.chatter()).isEqualTo(1);
    assertThat(failures.all()).isEmpty();
    assertThat(failures.normalWords()).containsExactlyInAnyOrder("row 1 read", "row 2 read");
  }
}
