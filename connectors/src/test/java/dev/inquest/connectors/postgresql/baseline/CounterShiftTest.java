package dev.inquest.connectors.postgresql.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.connectors.postgresql.session.UntestableException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One counter a key; samples every 10 s. */
class CounterShiftTest {
  private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
  private static final long NEVER = Counters.UNKNOWN;

  @Test
  void ratesAreSummedOnEitherSide() {
    CounterShift shift =
        CounterShift.at(
            List.of(at(0, "a", 100), at(10, "a", 110), at(20, "a", 120), at(30, "a", 170)),
            START.plusSeconds(20));
    assertThat(shift.before("a", 0)).isEqualTo(20);
    assertThat(shift.secondsBefore()).isEqualTo(20);
    assertThat(shift.after("a", 0)).isEqualTo(50);
    assertThat(shift.secondsAfter()).isEqualTo(10);
    assertThat(shift.isNew("a")).isFalse();
  }

  @Test
  void aPairAcrossTheSplitCountsForNeitherSide() {
    CounterShift shift =
        CounterShift.at(
            List.of(
                at(0, "a", 0), at(10, "a", 1), at(20, "a", 2), at(30, "a", 99), at(40, "a", 100)),
            START.plusSeconds(25));
    assertThat(shift.before("a", 0)).isEqualTo(2);
    assertThat(shift.after("a", 0)).isEqualTo(1);
    assertThat(shift.secondsAfter()).isEqualTo(10);
  }

  @Test
  void aPairAcrossTheSplitIsUsedWhereNothingLaterIsKnown() {
    CounterShift shift =
        CounterShift.at(
            List.of(at(0, "a", 0), at(10, "a", 1), at(20, "a", 2), at(30, "a", 52)),
            START.plusSeconds(25));
    assertThat(shift.after("a", 0)).isEqualTo(50);
    assertThat(shift.secondsAfter()).isEqualTo(10);
  }

  @Test
  void tooLittleBeforeIsNoBaseline() {
    assertThatThrownBy(() ->
            CounterShift.at(
                List.of(at(0, "a", 0), at(10, "a", 1), at(20, "a", 2)), START.plusSeconds(15)))
        .isInstanceOf(UntestableException.class)
        .hasMessage("untestable (no baseline)");
    assertThatThrownBy(() -> CounterShift.at(List.of(), START)).hasMessageContaining("no baseline");
  }

  @Test
  void nothingAfterTheSplitIsSaid() {
    assertThatThrownBy(() ->
            CounterShift.at(
                List.of(at(0, "a", 0), at(10, "a", 1), at(20, "a", 2)), START.plusSeconds(60)))
        .hasMessage("untestable (no sample after the split)");
  }

  @Test
  void aCounterThatFellBeganAgain() {
    CounterShift shift =
        CounterShift.at(
            List.of(at(0, "a", 100), at(10, "a", 110), at(20, "a", 120), at(30, "a", 7)),
            START.plusSeconds(20));
    assertThat(shift.after("a", 0)).isEqualTo(7);
  }

  @Test
  void afterAResetOfAllTheTimeSinceTheResetCounts() {
    long reset = START.plusSeconds(26).toEpochMilli();
    CounterShift shift =
        CounterShift.at(
            List.of(
                at(0, "a", 100),
                at(10, "a", 110),
                at(20, "a", 120),
                sample(30, reset, true, Map.of("a", 200.0, "b", 3.0))),
            START.plusSeconds(20));
    assertThat(shift.after("a", 0)).isEqualTo(200);
    assertThat(shift.after("b", 0)).isEqualTo(3);
    assertThat(shift.secondsAfter()).isEqualTo(4);
  }

  @Test
  void aStatementFirstSeenAfterTheSplitIsNew() {
    CounterShift shift =
        CounterShift.at(
            List.of(
                at(0, "a", 0),
                at(10, "a", 1),
                at(20, "a", 2),
                sample(30, NEVER, true, Map.of("a", 3.0, "b", 40.0))),
            START.plusSeconds(20));
    assertThat(shift.isNew("b")).isTrue();
    assertThat(shift.after("b", 0)).isEqualTo(40);
    assertThat(shift.before("b", 0)).isZero();
  }

  @Test
  void whatTheLimitLeftOutIsNeitherNewNorCountedWhole() {
    CounterShift shift =
        CounterShift.at(
            List.of(
                sample(0, NEVER, false, Map.of("a", 0.0)),
                sample(10, NEVER, false, Map.of("a", 1.0)),
                sample(20, NEVER, false, Map.of("a", 2.0)),
                sample(30, NEVER, false, Map.of("a", 3.0, "b", 1_000_000.0)),
                sample(40, NEVER, false, Map.of("a", 4.0, "b", 1_000_010.0))),
            START.plusSeconds(20));
    assertThat(shift.isNew("b")).isNull();
    assertThat(shift.after("b", 0)).isEqualTo(10);
  }

  @Test
  void theServersOwnWordDecidesWhereItTellsWhenACounterBegan() {
    long late = START.plusSeconds(25).toEpochMilli();
    long early = START.minusSeconds(500).toEpochMilli();
    Map<String, Counters> after = new LinkedHashMap<>();
    after.put("late", new Counters(late, List.of(5.0)));
    after.put("early", new Counters(early, List.of(9_000.0)));
    CounterShift shift =
        CounterShift.at(
            List.of(
                sample(0, NEVER, false, Map.of("a", 0.0)),
                sample(10, NEVER, false, Map.of("a", 1.0)),
                sample(20, NEVER, false, Map.of("a", 2.0)),
                new CounterSample(START.plusSeconds(30), NEVER, false, after)),
            START.plusSeconds(20));
    assertThat(shift.isNew("late")).isTrue();
    assertThat(shift.after("late", 0)).isEqualTo(5);
    assertThat(shift.isNew("early")).isFalse();
    assertThat(shift.after("early", 0)).isZero();
  }

  @Test
  void anEvictedStatementThatReturnsCountsFromItsReturn() {
    CounterShift shift =
        CounterShift.at(
            List.of(
                sample(0, NEVER, true, Map.of("a", 0.0, "b", 100.0)),
                sample(10, NEVER, true, Map.of("a", 1.0)),
                sample(20, NEVER, true, Map.of("a", 2.0)),
                sample(30, NEVER, true, Map.of("a", 3.0, "b", 4.0))),
            START.plusSeconds(20));
    assertThat(shift.isNew("b")).isFalse();
    assertThat(shift.after("b", 0)).isEqualTo(4);
  }

  private static CounterSample at(long seconds, String key, double value) {
    return sample(seconds, NEVER, true, Map.of(key, value));
  }

  private static CounterSample sample(
      long seconds, long reset, boolean complete, Map<String, Double> values) {
    Map<String, Counters> counters = new LinkedHashMap<>();
    values.forEach((key, value) -> counters.put(key, new Counters(NEVER, List.of(value))));
    return new CounterSample(START.plusSeconds(seconds), reset, complete, counters);
  }
}
