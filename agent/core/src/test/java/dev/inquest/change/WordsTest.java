package dev.inquest.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Pattern BETWEEN =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final String ALPHABET = "abcXYZ01_-. é";

  @Test
  void splitsNamesAtCaseAndSigns() {
    assertThat(Words.parts("parseHTTPRequest2Body, MAX_RETRIES max-retries"))
        .containsExactly("parse", "http", "request2", "body", "max", "retries", "max", "retries");
    assertThat(Words.parts("")).isEmpty();
  }

  @Test
  void areWhatStandsBetweenThePatternsMatches() {
    SplittableRandom random = new SplittableRandom(31);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder built = new StringBuilder();
      for (int i = random.nextInt(16); i > 0; i--) {
        built.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      String text = built.toString();
      List<String> expected =
          BETWEEN
              .splitAsStream(text)
              .map(part -> part.toLowerCase(Locale.ROOT))
              .filter(part -> !part.isEmpty())
              .toList();
      assertThat(Words.parts(text)).isEqualTo(expected);
    }
  }

  @Test
  void namesAreWhatThePatternFinds() {
    SplittableRandom random = new SplittableRandom(37);
    int found = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder built = new StringBuilder();
      for (int i = random.nextInt(16); i > 0; i--) {
        built.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      List<String> expected = NAME.matcher(built).results().map(result -> result.group()).toList();
      assertThat(Words.names(built.toString())).isEqualTo(expected);
      found += expected.size();
    }
    assertThat(found).isGreaterThan(20_000);
  }
}
