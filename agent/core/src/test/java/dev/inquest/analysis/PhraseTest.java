package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PhraseTest {
  private static final String PATTERN =
      "connection[ _-]?(refused|reset)|time[d ]* ?out|\\b40[13]\\b|no such (table|column)"
          + "|pool .*(exhaust\\w*|full)|cancell?ed|\\boom\\w*|(un)?known host|a{2,3}b";

  @Test
  void hasTheLongestRunThatNoMatchLacks() {
    assertThat(Phrase.alternatives(PATTERN).stream().map(Phrase::needle))
        .containsExactly(
            "connection", "time", "40", "no such ", "pool ", "cancel", "oom", "known host", "b");
  }

  @Test
  void togetherAreThePatternOnAnyText() {
    List<Phrase> phrases = Phrase.alternatives(PATTERN);
    Pattern whole = Pattern.compile(PATTERN, Pattern.CASE_INSENSITIVE);
    List<String> parts =
        List.of(
            "Connection",
            " ",
            "-",
            "refused",
            "TIME",
            "d",
            "out",
            "401",
            "no such ",
            "table",
            "pool",
            "exhausted",
            "cancel",
            "led",
            "ed",
            "OOMKilled",
            "x",
            "host",
            "known ",
            "un",
            "aa",
            "b",
            "\n");
    SplittableRandom random = new SplittableRandom(29);
    int matches = 0;
    for (int round = 0; round < 50_000; round++) {
      StringBuilder built = new StringBuilder();
      for (int i = random.nextInt(8); i > 0; i--) {
        built.append(parts.get(random.nextInt(parts.size())));
      }
      String text = built.toString();
      boolean expected = whole.matcher(text).find();
      String lower = text.toLowerCase(Locale.ROOT);
      assertThat(phrases.stream().anyMatch(phrase -> phrase.isIn(text, lower))).isEqualTo(expected);
      matches += expected ? 1 : 0;
    }
    assertThat(matches).isBetween(1_000, 49_000);
  }
}
