package dev.inquest.playbooks.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PatchesTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z]+}");
  private static final World WORLD = WorldMaker.make(new Dice(1), 8);

  @Test
  void everyTextIsFilledAndItsHunksCountTheirLines() {
    for (Patches patches : new Patches[] {Patches.GUILTY, Patches.INNOCENT}) {
      for (String mechanism : patches.mechanisms()) {
        for (int seed = 0; seed < 12; seed++) {
          Dice dice = new Dice(seed);
          Part part = dice.pick(WORLD.services());
          Map<String, String> words = Patches.words(dice, WORLD, part, null);
          assertIsADiff(patches.draw(mechanism, dice, part, words));
        }
      }
    }
  }

  private static void assertIsADiff(Patch patch) {
    assertThat(patch.title()).isNotEmpty().doesNotContain("{");
    assertThat(patch.files()).isNotEmpty().allMatch(file -> !file.contains("{"));
    assertThat(PLACEHOLDER.matcher(patch.diff().replace("${", "")).results().map(m -> m.group()))
        .as(patch.diff())
        .isSubsetOf("{id}");
    int before = 0;
    int after = 0;
    String header = "";
    for (String line : patch.diff().lines().toList()) {
      if (line.startsWith("@@")) {
        header = line;
      } else if (!header.isEmpty()) {
        before += line.startsWith("+") ? 0 : 1;
        after += line.startsWith("-") ? 0 : 1;
      }
    }
    assertThat(header).contains("," + before + " +").endsWith("," + after + " @@");
    assertThat(before + after).isPositive();
  }
}
