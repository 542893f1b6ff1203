package dev.inquest.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.hypothesis.CauseKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.playbook.Catalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptFindingsTest {
  private static final Catalogue CATALOGUE = new Catalogue(List.of());

  private final KeptFindings kept = new KeptFindings();
  private int runs;

  @Test
  void aTestRunsOnceForTheSameNumbersWhateverTheHypothesisIsCalled() {
    ask(hypothesis("h1", "orders"));
    ask(hypothesis("h7", "orders"));
    assertThat(runs).isEqualTo(1);
    ask(hypothesis("h1", "carts"));
    assertThat(runs).isEqualTo(2);
  }

  @Test
  void whatWasNotAskedForLatelyIsForgottenAndFoundAgain() {
    ask(hypothesis("h1", "orders"));
    for (int i = 0; i < 2_000; i++) {
      ask(hypothesis("h2", "service-" + i));
    }
    ask(hypothesis("h1", "orders"));
    assertThat(runs).isEqualTo(2_002);
  }

  private void ask(Hypothesis hypothesis) {
    kept.of(
        "word-match",
        hypothesis,
        CATALOGUE,
        numbers -> {
          runs++;
          return Finding.untestable("at " + numbers.of("p").number("word_scale"));
        });
  }

  private static Hypothesis hypothesis(String id, String service) {
    return new Hypothesis(
        id,
        CauseKind.COMMIT,
        service,
        null,
        null,
        null,
        "p",
        "It did.",
        0.5,
        List.of("word-match"));
  }
}
