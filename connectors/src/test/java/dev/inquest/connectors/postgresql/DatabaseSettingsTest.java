package dev.inquest.connectors.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseSettingsTest {
  private static final String URL = "jdbc:postgresql://db/shop";

  @Test
  void theIntervalIsAMinuteUnlessSaid() {
    assertThat(settings("shop", URL, null, null, null).sampleInterval())
        .isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void whatIsWrongIsSaidWithTheKey() {
    assertRefused("name", () -> settings("a b", URL, null, null, null));
    assertRefused("jdbc:postgresql:", () -> settings("shop", "jdbc:mysql://x", null, null, null));
    assertRefused(
        "holds a password", () -> settings("shop", URL + "?password=x", null, null, null));
    assertRefused("keep one", () -> settings("shop", URL, "a", Path.of("b"), null));
    assertRefused(
        "between 500ms and 10m", () -> settings("shop", URL, null, null, Duration.ofMillis(1)));
    assertRefused(
        "names shop twice",
        () ->
            new PostgresSettings(
                List.of(
                    settings("shop", URL, null, null, null),
                    settings("shop", URL, null, null, null))));
  }

  @Test
  void thePasswordIsReadFromItsFileAndNeverPrinted(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "s3cret\n");
    assertThat(settings("shop", URL, null, file, null).secret()).isEqualTo("s3cret");
    assertThat(settings("shop", URL, "s3cret", null, null).toString()).doesNotContain("s3cret");
    assertRefused(
        "cannot be read",
        () -> settings("shop", URL, null, folder.resolve("absent"), null).secret());
  }

  private static DatabaseSettings settings(
      String name,
      String url,
      @Nullable String password,
      @Nullable Path file,
      @Nullable Duration interval) {
    return new DatabaseSettings(name, url, "witness", password, file, false, interval);
  }

  private static void assertRefused(String part, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(part);
  }
}
