package dev.inquest.playbooks.evolve.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.kit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final Pace pace = new Pace(clock, Duration.ofMinutes(60));

  @Test
  void tellsOfTheRoundsNotOfWhatCameBefore() {
    clock.advance(Duration.ofMinutes(5));
    pace.roundsBegin();
    clock.advance(Duration.ofMinutes(2));
    pace.roundDone();
    pace.roundDone();
    assertThat(pace.left(10)).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void promisesNoMoreThanTheRunMayTake() {
    pace.roundsBegin();
    clock.advance(Duration.ofMinutes(20));
    pace.roundDone();
    assertThat(pace.left(100)).isEqualTo(Duration.ofMinutes(40));
    assertThat(pace.late()).isFalse();
    clock.advance(Duration.ofMinutes(41));
    assertThat(pace.left(100)).isEqualTo(Duration.ZERO);
    assertThat(pace.late()).isTrue();
  }

  @Test
  void doesNotCountWhatIsMeasuredAside() {
    pace.roundsBegin();
    clock.advance(Duration.ofMinutes(1));
    pace.roundDone();
    pace.aside(() -> clock.advance(Duration.ofMinutes(90)));
    assertThat(pace.late()).isFalse();
    assertThat(pace.left(3)).isEqualTo(Duration.ofMinutes(3));
  }
}
