package dev.inquest.app.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.cli.output.Finding;
import dev.inquest.app.cli.output.Level;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DatabaseFactsTest {
  @Test
  void clocksMayDifferByTwoSecondsAndMustNotByThirty() {
    assertThat(level(Duration.ofSeconds(2))).isEqualTo(Level.OK);
    assertThat(level(Duration.ofMillis(2_001))).isEqualTo(Level.WARNING);
    assertThat(level(Duration.ofSeconds(-30))).isEqualTo(Level.WARNING);
    assertThat(level(Duration.ofSeconds(-31))).isEqualTo(Level.PROBLEM);
  }

  @Test
  void saysWhichClockIsAhead() {
    Finding behind = DatabaseFacts.skew(Duration.ofMillis(-4_500));

    assertThat(behind.what()).isEqualTo("its clock is 4.5 s behind this machine's.");
  }

  private static Level level(Duration ahead) {
    return DatabaseFacts.skew(ahead).level();
  }
}
