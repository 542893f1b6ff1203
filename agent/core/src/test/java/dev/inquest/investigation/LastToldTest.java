package dev.inquest.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.diagnosis.Onset;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LastToldTest {
  private static final Onset BEGAN =
      new Onset(Instant.parse("2026-07-11T14:30:00Z"), Instant.parse("2026-07-11T14:31:00Z"));

  @Test
  void readsOnceForTwoStagesAndAnewForAnotherInvestigation() {
    LastTold last = new LastTold();
    Shop.Run first = Shop.at(1).run();
    Shop.Run second = Shop.at(2).run();
    Told told = told(last, first);
    assertThat(told(last, first)).isSameAs(told);
    assertThat(told(last, second)).isNotSameAs(told);
    assertThat(told(last, first).failures().all()).isEqualTo(told.failures().all());
  }

  @Test
  void readsAnewForAnotherOnset() {
    LastTold last = new LastTold();
    Shop.Run run = Shop.at(1).run();
    Onset later = new Onset(BEGAN.from().plusSeconds(60), BEGAN.to().plusSeconds(60));
    Told told = told(last, run);
    assertThat(last.of(run.scope(), run.gathered(), run.detection(), later)).isNotSameAs(told);
  }

  private static Told told(LastTold last, Shop.Run run) {
    return last.of(run.scope(), run.gathered(), run.detection(), BEGAN);
  }
}
