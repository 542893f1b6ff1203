package dev.inquest.app.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.investigation.StatisticalEngine;
import dev.inquest.playbooks.format.CatalogueLoader;
import dev.inquest.playbooks.replay.Replay;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PracticeCaseTest {
  /** An incident in which nothing is found would leave most of the engine cold. */
  @Test
  void theMadeUpIncidentGoesThroughTheWholeEngine() {
    Diagnosis diagnosis =
        new Replay(CatalogueLoader.builtIn(), StatisticalEngine::new, System::nanoTime)
            .diagnose(PracticeCase.at(Instant.parse("2026-03-01T10:00:00Z")));

    assertThat(diagnosis.details().causes()).isNotEmpty();
    assertThat(diagnosis.details().onset()).isNotNull();
    assertThat(diagnosis.details().causes().getFirst().change()).isEqualTo("practice-commit");
  }
}
