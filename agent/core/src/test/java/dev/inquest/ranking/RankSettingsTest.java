package dev.inquest.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.playbook.Catalogue;
import dev.inquest.playbook.Playbook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RankSettingsTest {
  @Test
  void aPlaybookOverridesTheDefault() {
    RankSettings usual = RankSettings.of(new Catalogue(List.of()));
    RankSettings moved = RankSettings.of(with(Map.of("rank_min_effect", 4.5)));
    assertThat(usual.scan().minEffect()).isEqualTo(2);
    assertThat(moved.scan().minEffect()).isEqualTo(4.5);
    assertThat(moved.weights()).isEqualTo(usual.weights());
  }

  @Test
  void nonsenseIsBounded() {
    RankSettings settings =
        RankSettings.of(with(Map.of("rank_min_baseline", -3.0, "rank_weight_error", -1.0)));
    assertThat(settings.scan().minBaseline()).isEqualTo(1);
    assertThat(settings.weights().error()).isZero();
  }

  /** Every number is read: moving it moves the settings. */
  @Test
  void everyParameterIsRead() {
    RankSettings usual = RankSettings.of(new Catalogue(List.of()));
    RankParameters.DEFAULTS.forEach((name, value) ->
        assertThat(RankSettings.of(with(Map.of(name, value + 1)))).as(name).isNotEqualTo(usual));
  }

  static Catalogue with(Map<String, Double> parameters) {
    return new Catalogue(
        List.of(
            new Playbook(
                "made",
                1,
                Set.of("latency"),
                List.of(),
                new Playbook.Detect(
                    "robust-mean-shift", 3, Duration.ofMinutes(45), new TreeMap<>(parameters)),
                new Playbook.Conclude(0.7, 0.3),
                null,
                "0".repeat(64),
                "")));
  }
}
