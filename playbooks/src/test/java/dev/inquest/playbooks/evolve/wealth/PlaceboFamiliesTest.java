package dev.inquest.playbooks.evolve.wealth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceboFamiliesTest {
  @ParameterizedTest
  @ValueSource(doubles = {0.15, 0.3})
  void hardlyAnyFamilyKeepsAnything(double discordance) {
    // However good the candidate was: swapped by coins it is worth nothing.
    PlaceboFamilies.Count count =
        PlaceboFamilies.run(
            stored(discordance, 0.1), 1_000, 20, ConfirmationLimits.DEFAULT, new SeedStream(5));
    assertThat(count.keeping()).isBetween(1, 65);
    assertThat(count.kept()).isGreaterThanOrEqualTo(count.keeping());
  }

  @Test
  void storedPairsThatHardlyDifferProveNothing() {
    assertThatThrownBy(() ->
            PlaceboFamilies.run(
                stored(0.05, 0), 1, 1, ConfirmationLimits.DEFAULT, new SeedStream(5)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[] stored(double discordance, double gain) {
    SeedStream stream = new SeedStream(2);
    return IntStream.range(0, 2_000)
        .mapToDouble(i -> Coins.difference(stream, i, discordance, gain))
        .toArray();
  }
}
