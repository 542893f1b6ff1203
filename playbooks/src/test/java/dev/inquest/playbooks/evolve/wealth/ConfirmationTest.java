package dev.inquest.playbooks.evolve.wealth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.arena.Trial;
import dev.inquest.playbooks.evolve.MadeArena;
import dev.inquest.playbooks.evolve.play.Duel;
import dev.inquest.playbooks.evolve.play.Workers;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfirmationTest {
  private static final ConfirmationLimits NEVER_GIVING_UP =
      new ConfirmationLimits(ConfirmationLimits.DEFAULT.alpha(), 5_000, 5_000);

  @Test
  void nothingThatDiffersEndsItAfterFiveHundredPairs() {
    Confirmation.Result result = drawn(1, 0, 0);
    assertThat(result.end()).isEqualTo(End.SILENT);
    assertThat(result.pairs()).hasSize(500);
    assertThat(result.wealth()).isEqualTo(1);
  }

  @Test
  void aLoserIsGivenUpEarly() {
    Confirmation.Result result = drawn(1, 0.3, -0.05);
    assertThat(result.end()).isEqualTo(End.HOPELESS);
    assertThat(result.pairs()).hasSizeLessThan(1_500);
  }

  @Test
  void itStopsAtThePairThatCrosses() {
    Confirmation.Result result = drawn(1, 1, 1);
    assertThat(result.end()).isEqualTo(End.CROSSED);
    assertThat(result.pairs()).hasSize(12);
    assertThat(result.path()).containsExactly(result.wealth());
  }

  /** Simulated elsewhere: 177 and 719 pairs in the median at 15 % discordance. */
  @Test
  void tenPointsTakeAHundredAndEightyPairsAndFiveSevenHundred() {
    assertThat(median(0.15, 0.10)).isBetween(150.0, 210.0);
    assertThat(median(0.15, 0.05)).isBetween(600.0, 850.0);
  }

  @Test
  void givingUpLosesHardlyAnythingWorthHaving() {
    int kept = 0;
    for (int run = 0; run < 300; run++) {
      kept += drawn(1_000 + run, 0.15, 0.05).end() == End.CROSSED ? 1 : 0;
    }
    assertThat(kept).isGreaterThanOrEqualTo(285);
  }

  @Test
  void theResultIsTheSameForAnyNumberOfWorkers() {
    Confirmation.Result one = played(1);
    assertThat(one.end()).isEqualTo(End.CROSSED);
    assertThat(played(2)).isEqualTo(one);
    assertThat(played(4)).isEqualTo(one);
  }

  private static Confirmation.Result played(int workers) {
    try (Workers threads = new Workers(workers)) {
      Subject better = MadeArena.files("3.0", "0.2");
      Duel duel = new Duel(new MadeArena(), MadeArena.start(), better, threads, null);
      return Confirmation.run(new SeedStream(3), ConfirmationLimits.DEFAULT, duel::fresh);
    }
  }

  private static double median(double discordance, double gain) {
    int[] pairs =
        IntStream.range(0, 201)
            .map(run -> run(run, discordance, gain, NEVER_GIVING_UP).pairs().size())
            .sorted()
            .toArray();
    return pairs[100];
  }

  private static Confirmation.Result drawn(int run, double discordance, double gain) {
    return run(run, discordance, gain, ConfirmationLimits.DEFAULT);
  }

  private static Confirmation.Result run(
      int run, double discordance, double gain, ConfirmationLimits limits) {
    Function<long[], List<Pair>> play =
        seeds -> Arrays.stream(seeds).mapToObj(s -> pair(s, discordance, gain)).toList();
    return Confirmation.run(new SeedStream(9).child(run), limits, play);
  }

  private static Pair pair(long seed, double discordance, double gain) {
    double d = Coins.difference(new SeedStream(seed), 0, discordance, gain);
    return new Pair(trial(seed, d < 0 ? 1 : 0), trial(seed, d > 0 ? 1 : 0));
  }

  private static Trial trial(long seed, double score) {
    return new Trial(Long.toString(seed), "any", score, true, false, score, 1, null);
  }
}
