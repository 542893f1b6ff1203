package dev.inquest.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.diagnosis.Onset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeptSignsTest {
  private static final Onset LATER =
      new Onset(Instant.EPOCH.plusSeconds(60), Instant.EPOCH.plusSeconds(90));

  private final KeptSigns kept = new KeptSigns();
  private int sought;

  @Test
  void whoOnlyWeighsOtherwiseDoesNotSeekAgain() {
    seek("rank_sharpness", 1, null);
    seek("rank_weight_error", 3, null);
    seek("burst_first", 2, null);
    assertThat(sought).isEqualTo(1);
  }

  @Test
  void whoSeeksOtherwiseSeeks() {
    seek("rank_sharpness", 1, null);
    seek("rank_min_effect", 9, null);
    seek("rank_min_spans", 9, null);
    seek("rank_path_min_new", 9, null);
    assertThat(sought).isEqualTo(4);
  }

  @Test
  void anotherOnsetHasSignsOfItsOwn() {
    seek("rank_sharpness", 1, null);
    seek("rank_sharpness", 1, LATER);
    seek("rank_sharpness", 2, null);
    assertThat(sought).isEqualTo(2);
  }

  private void seek(String number, double value, @Nullable Onset onset) {
    RankSettings settings = RankSettings.of(RankSettingsTest.with(Map.of(number, value)));
    kept.of(
        settings,
        onset,
        () -> {
          sought++;
          return List.of();
        });
  }
}
