package dev.inquest.app.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MttrTest {
  private static final Instant ONSET = Instant.parse("2026-07-11T13:31:00Z");

  @Test
  void phasesFollowEachOther() {
    Mttr mttr =
        new Mttr(
            ONSET,
            ONSET.plusSeconds(10),
            ONSET.plusSeconds(15),
            ONSET.plusSeconds(35),
            ONSET.plusMillis(42_500),
            ONSET.plusSeconds(50));

    assertThat(mttr.phases())
        .containsEntry("detect_s", 10.0)
        .containsEntry("diagnose_s", 5.0)
        .containsEntry("approve_s", 20.0)
        .containsEntry("remediate_s", 7.5)
        .containsEntry("recover_s", 7.5)
        .containsEntry("total_s", 50.0);
  }

  @Test
  void whatIsNotKnownIsNullNever0() {
    Mttr mttr = new Mttr(ONSET, ONSET.minusSeconds(1), null, null, null, ONSET.plusSeconds(50));

    assertThat(mttr.phases().get("detect_s")).isNull();
    assertThat(mttr.phases().get("approve_s")).isNull();
    assertThat(mttr.phases().get("recover_s")).isNull();
    assertThat(mttr.phases().get("total_s")).isEqualTo(50.0);
  }
}
