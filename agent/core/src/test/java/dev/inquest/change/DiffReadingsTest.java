package dev.inquest.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiffReadingsTest {
  private final DiffReadings readings = new DiffReadings();

  @Test
  void eachIsReadOnce() {
    Change change =
        change(
            "application.properties",
            "@@ -1 +1 @@\n-db.maximum-pool-size=20\n+db.maximum-pool-size=2\n");
    DiffReading first = readings.of(change);
    assertThat(first.mechanisms()).containsExactly(Mechanism.POOL_SIZE);
    assertThat(readings.of(change)).isSameAs(first);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " \n"})
  void whereNoDiffIsToldThePathsSpeak(@Nullable String diff) {
    assertThat(readings.of(change("README.md", diff)).inert()).isTrue();
    assertThat(readings.of(change("Shop.java", diff)).inert()).isFalse();
  }

  private static Change change(String file, @Nullable String diff) {
    return new Change(
        file,
        ChangeKind.COMMIT,
        Instant.EPOCH,
        "shop",
        null,
        null,
        null,
        null,
        List.of(file),
        diff,
        List.of());
  }
}
