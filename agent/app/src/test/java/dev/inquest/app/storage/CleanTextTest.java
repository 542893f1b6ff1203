package dev.inquest.app.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CleanTextTest {
  @Test
  void controlCharactersAndHalvesOfPairsAreReplaced() {
    assertThat(CleanText.of("a\u0000b\u001b[1m\ud83dc\udca3", 100))
        .isEqualTo("a\uFFFDb\uFFFD[1m\uFFFDc\uFFFD");
    assertThat(CleanText.of("one\ntwo\tthree", 100)).isEqualTo("one two three");
    assertThat(CleanText.of("ünï 🧨", 100)).isEqualTo("ünï 🧨");
  }

  @Test
  void whatReordersTheReadingIsReplaced() {
    assertThat(CleanText.of("safe\u202Egpj.exe\u2066x\u2069", 100))
        .isEqualTo("safe\uFFFDgpj.exe\uFFFDx\uFFFD");
    assertThat(CleanText.of("שלום 👩\u200D💻", 100)).isEqualTo("שלום 👩\u200D💻");
  }

  @Test
  void aCutNeverSplitsAPair() {
    assertThat(CleanText.of("ab🧨", 3)).isEqualTo("ab\uFFFD…");
    assertThat(CleanText.of("abcd", 3)).isEqualTo("abc…");
  }

  @Test
  void jsonbTakesWhatIsWritten() {
    assertThat(StoredJson.write(Map.of("a", "x\u0000y"))).isEqualTo("{\"a\":\"x\\ufffdy\"}");
    assertThat(StoredJson.write(Map.of("a", "x\\u0000y"))).isEqualTo("{\"a\":\"x\\\\u0000y\"}");
  }
}
