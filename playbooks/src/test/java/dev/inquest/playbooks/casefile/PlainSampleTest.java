package dev.inquest.playbooks.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainSampleTest {
  private final PlainSample sample = new PlainSample();

  @Test
  void readsValueAndTime() {
    assertThat(read("0.00045 1675078792")).isTrue();
    assertThat(sample.value()).isEqualTo(0.00045);
    assertThat(sample.millis()).isEqualTo(1_675_078_792_000L);
    assertThat(read("-0 -1.5")).isTrue();
    assertThat(sample.value()).isEqualTo(-0.0);
    assertThat(sample.millis()).isEqualTo(-1_500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN 1",
        "+1 1",
        "1e3 1",
        "1 1e3",
        "1. 1",
        ".5 1",
        "1 1.0004",
        "1",
        "1 ",
        " 1",
        "- 1",
        "",
        "1 2 3",
        "1 2 # {a=\"b\"} 1",
        "1234567890123456 1",
        "0.1234567890123456 1"
      })
  void leavesTheRestToTheLibrary(String text) {
    assertThat(read(text)).isFalse();
  }

  @Test
  void roundsAsTheLibraryDoes() {
    SplittableRandom random = new SplittableRandom(23);
    for (int round = 0; round < 100_000; round++) {
      String value = decimal(random, random.nextInt(1, 16));
      String time = decimal(random, random.nextInt(1, 16));
      BigDecimal millis = new BigDecimal(time).movePointRight(3).stripTrailingZeros();
      boolean whole = new BigDecimal(time).scale() <= 3;
      assertThat(read(value + " " + time)).isEqualTo(whole);
      assertThat(sample.value()).isEqualTo(Double.parseDouble(value));
      if (whole) {
        assertThat(sample.millis()).isEqualTo(millis.longValueExact());
      }
    }
  }

  private boolean read(String text) {
    byte[] bytes = ("x" + text + "9").getBytes(StandardCharsets.UTF_8);
    return sample.read(bytes, 1, bytes.length - 1);
  }

  private static String decimal(SplittableRandom random, int digits) {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
    int point = random.nextInt(1, digits + 1);
    for (int i = 0; i < digits; i++) {
      text.append(i == point ? "." : "").append((char) ('0' + random.nextInt(10)));
    }
    return text.toString();
  }
}
