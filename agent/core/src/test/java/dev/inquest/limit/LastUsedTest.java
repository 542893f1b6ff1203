package dev.inquest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastUsedTest {
  private final List<String> made = new ArrayList<>();
  private final LastUsed<String, Integer> lengths = new LastUsed<>(2);

  @Test
  void whatWasAskedForLongestAgoIsMadeAgain() {
    List.of("a", "bb", "a", "ccc", "a", "bb").forEach(this::ask);
    assertThat(made).containsExactly("a", "bb", "ccc", "bb");
  }

  private void ask(String key) {
    assertThat(lengths.of(key, this::make)).isEqualTo(key.length());
  }

  private Integer make(String key) {
    made.add(key);
    return key.length();
  }
}
