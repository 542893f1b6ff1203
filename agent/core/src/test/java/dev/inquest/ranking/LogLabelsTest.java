package dev.inquest.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.evidence.LogRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLabelsTest {
  private final LogLabels labels = new LogLabels();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12:00:01 INFO b.Basket#45 total of 7 | b.Basket#45",
        "12:00:01 INFO Basket#45 done | Basket#45",
        "level=info caller=basket.go:45 msg=done | basket.go:45",
        "at Basket.java:45 something | Basket.java:45"
      })
  void aPlaceInTheCodeIsTheStatement(String body, String place) {
    LogLabels.Label label = labels.of(log(body, 9));
    assertThat(label.place()).isTrue();
    assertThat(label.text()).isEqualTo(place);
  }

  @Test
  void whatVariesIsMasked() {
    String first = labels.of(log("paid order 17 for \"Ann\" in 12ms", 9)).key();
    String second = labels.of(log("paid order 9432 for \"Bert\" in 7ms", 9)).key();
    assertThat(first).isEqualTo(second);
    assertThat(labels.of(log("refunded order 17", 9)).key()).isNotEqualTo(first);
  }

  @Test
  void anAddressIsNoPlace() {
    assertThat(labels.of(log("connecting to db:5432 now", 9)).place()).isFalse();
  }

  @Test
  void theSameTextAsAnErrorIsAnotherStatement() {
    assertThat(labels.of(log("done", 17)).key()).isNotEqualTo(labels.of(log("done", 9)).key());
  }

  @Test
  void aPlaceIsWhatThePatternFindsInTheWholeText() {
    List<String> parts =
        List.of(
            "Basket",
            "#",
            "45",
            ":",
            ".go",
            ".java",
            "a.b",
            "[1]",
            "-",
            " ",
            "/",
            "@",
            "9",
            "_",
            "$",
            "12:00:01",
            "é",
            "x.c:7",
            "q#3");
    SplittableRandom random = new SplittableRandom(43);
    int found = 0;
    for (int round = 0; round < 30_000; round++) {
      StringBuilder built = new StringBuilder();
      for (int i = random.nextInt(9); i > 0; i--) {
        built.append(parts.get(random.nextInt(parts.size())));
      }
      Matcher whole = LogLabels.PLACE.matcher(built);
      String expected = whole.find() ? whole.group(1) : null;
      assertThat(LogLabels.place(built.toString())).isEqualTo(expected);
      found += expected == null ? 0 : 1;
    }
    assertThat(found).isBetween(1_000, 29_000);
  }

  private static LogRecord log(String body, int severity) {
    return new LogRecord(Instant.EPOCH, "a", null, null, severity, body, null, null, Map.of());
  }
}
