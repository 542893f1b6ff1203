package dev.inquest.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inquest.playbook.Catalogue;
import dev.inquest.ranking.NodeScores.Scored;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfidenceTest {
  private static final RankSettings.Verdict VERDICT = new RankSettings.Verdict(0.5, 4);

  private static double[] of(double... scores) {
    List<Scored> scored =
        Arrays.stream(scores).mapToObj(score -> new Scored("a", null, score, List.of())).toList();
    return Confidence.of(scored, VERDICT);
  }

  /** 2⁴ to 1⁴ to (½)⁴. */
  @Test
  void oddsAreTheRatioOfScoresToThePowerOfTheSharpness() {
    double all = 16 + 1 + 0.0625;

    assertThat(of(2, 1)[0]).isCloseTo(16 / all, within(1e-12));
    assertThat(of(2, 1)[1]).isCloseTo(1 / all, within(1e-12));
  }

  @Test
  void aLeadByAsManyTimesIsAsSureWhereMoreCanBeRead() {
    assertThat(of(12, 9)[0]).isCloseTo(0.76, within(0.01));
    assertThat(of(4, 3)[0]).isCloseTo(0.76, within(0.01));
  }

  @Test
  void whatIsHardlyMaterialIsNotBelieved() {
    assertThat(of(0.5)[0]).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void nothingIsEverCertain() {
    assertThat(of(1000, 0.1)[0]).isEqualTo(0.99);
  }

  @Test
  void playbooksSayHowSharp() {
    assertThat(RankSettings.of(new Catalogue(List.of())).verdict().sharpness()).isEqualTo(4);
  }
}
