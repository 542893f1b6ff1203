package dev.inquest.playbooks.evolve.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Settings USUAL = Settings.of(40, 7, Arm.FULL, false);

  @Test
  void areReadAsTheyWereWritten() {
    assertThat(read(json(USUAL))).isEqualTo(USUAL);
    assertThat(read(json(USUAL.measured(null)))).isEqualTo(USUAL.measured(null));
  }

  @Test
  void ofARunBeforeThereWereMilestonesHaveNone() {
    String old = json(USUAL).replaceFirst(",\\s*\"milestones\" : \\{[^}]*}", "");
    assertThat(old).isNotEqualTo(json(USUAL));
    assertThat(read(old)).isEqualTo(USUAL.measured(null));
  }

  @Test
  void ofARunBeforeThereWereQuickLooksHaveNone() {
    String old = json(USUAL).replaceFirst("\\s*\"quick_looks\" : \\d+,", "");
    assertThat(old).isNotEqualTo(json(USUAL));
    assertThat(read(old).quickLooks()).isZero();
    assertThat(read(old).looks()).isEqualTo(USUAL.looks());
  }

  @Test
  void aMilestoneHasItsLimits() {
    assertThatThrownBy(() -> new MilestoneLimits(0, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MilestoneLimits(1, 20_001))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String json(Settings settings) {
    return new String(EvolveJson.file(settings), StandardCharsets.UTF_8);
  }

  private static Settings read(String json) {
    return EvolveJson.read(json, Settings.class, "settings");
  }
}
