package dev.inquest.app.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.cli.CommandRun;
import org.junit.jupiter.api.Test;

class PracticeCommandTest {
  @Test
  void itGoesTheWholeWayOfAReplay() {
    CommandRun run = CommandRun.of("practice");

    assertThat(run.code()).isZero();
    assertThat(run.json().get("causes").get(0).get("change").asString())
        .isEqualTo("practice-commit");
  }

  @Test
  void itIsNoneOfTheCommandsThatPeopleAreShown() {
    assertThat(CommandRun.of("--help").out()).contains("replay").doesNotContain("practice");
  }
}
