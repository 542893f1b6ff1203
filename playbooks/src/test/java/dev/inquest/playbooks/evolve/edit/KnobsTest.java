package dev.inquest.playbooks.evolve.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.playbooks.arena.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnobsTest {
  private final List<Knob> knobs = Knobs.of(Subject.Files.builtIn());

  @Test
  void everyNumberOfTheBuiltInPlaybooksStandsWithinItsBounds() {
    assertThat(knobs)
        .hasSizeGreaterThan(100)
        .allSatisfy(knob -> assertThat(knob.value()).isBetween(knob.least(), knob.most()));
  }

  /** Tests hold a strength within 1. */
  @Test
  void noStrengthIsTurnedBeyondOne() {
    assertThat(knobs)
        .filteredOn(knob -> knob.pointer().endsWith("_strength"))
        .isNotEmpty()
        .allSatisfy(knob -> assertThat(knob.most()).isEqualTo(1));
  }

  @Test
  void everyOneCanBeTurnedEitherWayAndStaysWithin() {
    assertThat(knobs)
        .allSatisfy(knob -> {
          for (int size = 0; size < 3; size++) {
            assertThat(knob.turned(true, size).to()).isBetween(knob.value(), knob.most());
            assertThat(knob.turned(false, size).to()).isBetween(knob.least(), knob.value());
          }
        });
  }
}
