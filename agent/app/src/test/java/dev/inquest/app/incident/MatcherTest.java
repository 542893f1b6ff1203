package dev.inquest.app.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherTest {
  private static final Map<String, String> LABELS = Map.of("alertname", "Watchdog", "team", "a.b");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      value = {
        "alertname=\"Watchdog\"; true",
        "alertname = Watchdog; true",
        "alertname=\"Watch\"; false",
        "alertname!=\"Watchdog\"; false",
        "alertname=~\"Watch.*\"; true",
        "alertname=~\"Watch\"; false",
        "alertname!~\"Watch.*\"; false",
        "team=\"a.b\"; true",
        "team=\"a?b\"; false",
        "missing=\"\"; true",
        "missing!=\"\"; false"
      })
  void matchesAsAlertmanagerDoes(String text, boolean expected) {
    assertThat(Matcher.parse(text).matches(LABELS)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "alertname", "=x", "a=~\"(\"", "1a=x"})
  void nonsenseIsNamed(String text) {
    assertThatThrownBy(() -> Matcher.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLiteralIsNoPattern() {
    assertThat(Matcher.parse("team=\"a.c\"").matches(Map.of("team", "abc"))).isFalse();
  }
}
