package dev.inquest.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {
  private static final Pattern VARIES =
      Pattern.compile("\"[^\"]*\"|'[^']*'|[\\[({][^\\])}]*[\\])}]|\\S*\\d\\S*");
  private static final List<String> PARTS =
      List.of(
          "a",
          "bc",
          "7",
          "x9y",
          "\"",
          "'",
          "[",
          "(",
          "}",
          ")",
          " ",
          "  ",
          "\t",
          "\n",
          "-",
          "é",
          "\u00a0",
          "\u2003",
          "\uD83D\uDE00",
          "*");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "paid order 17 for \"Ann\" in 12ms | paid order * for * in *",
        "took (7 s] of [all} time | took * of * time",
        "it's not closed | it's not closed",
        "one  two three four five six seven eight nine | one two three four five six seven eight"
      })
  void keepsTheFirstWordsThatDoNotVary(String text, String masked) {
    assertThat(Masked.of(text)).isEqualTo(masked);
  }

  @Test
  void isWhatThePatternLeaves() {
    SplittableRandom random = new SplittableRandom(47);
    int changed = 0;
    for (int round = 0; round < 50_000; round++) {
      StringBuilder built = new StringBuilder();
      for (int i = random.nextInt(20); i > 0; i--) {
        built.append(PARTS.get(random.nextInt(PARTS.size())));
      }
      String text = built.toString();
      String expected =
          Arrays.stream(VARIES.matcher(text).replaceAll("*").strip().split("\\s+", -1))
              .limit(8)
              .collect(Collectors.joining(" "));
      assertThat(Masked.of(text)).as(text).isEqualTo(expected);
      changed += expected.equals(text) ? 0 : 1;
    }
    assertThat(changed).isBetween(10_000, 49_900);
  }
}
