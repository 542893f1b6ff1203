package dev.inquest.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TemplateTest {
  /** What the one pass must do, as a pattern. */
  private static final Pattern VARIABLE = Pattern.compile("\\b[0-9a-fA-F]{8,}\\b|\\d+");

  private static final String ALPHABET = "0123456789abcdefABCDEFxyzG_-. #:é";

  @Test
  void masksNumbersAndLongHexWords() {
    assertThat(Template.of("took 12 ms for order 4f3a9c0d77, try v2"))
        .isEqualTo("took # ms for order #, try v#");
    assertThat(Template.of("deadbeef beef feedface1z")).isEqualTo("# beef feedface#z");
    assertThat(Template.of("nothing here")).isSameAs("nothing here");
    assertThat(Template.of("")).isEmpty();
  }

  @Test
  void isThePatternOnAnyText() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 20_000; round++) {
      String text = text(random);
      assertThat(Template.of(text)).isEqualTo(VARIABLE.matcher(text).replaceAll("#"));
    }
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int words = random.nextInt(6);
    for (int word = 0; word < words; word++) {
      // mostly hex, so that long runs come about
      int reach = random.nextInt(3) == 0 ? ALPHABET.length() : 22;
      int length = random.nextInt(14);
      for (int i = 0; i < length; i++) {
        text.append(ALPHABET.charAt(random.nextInt(reach)));
      }
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
