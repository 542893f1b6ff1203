package dev.inquest.connectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchBoundsTest {
  @TempDir Path mirror;

  @Test
  void whatWasTooBigStaysSoWhenTheEndedFetchCleansUp() throws Exception {
    Path pack = Files.write(mirror.resolve("incoming.pack"), new byte[101]);
    FetchBounds bounds = new FetchBounds(mirror, 100, Duration.ofMinutes(1));
    assertThat(bounds.exceeded()).isTrue();
    Files.delete(pack);
    assertThat(bounds.exceeded()).isTrue();
    assertThat(bounds.isCancelled()).isTrue();
  }

  @Test
  void whatFitsGoesOn() throws Exception {
    Files.write(mirror.resolve("incoming.pack"), new byte[100]);
    FetchBounds bounds = new FetchBounds(mirror, 100, Duration.ofMinutes(1));
    assertThat(bounds.exceeded()).isFalse();
    assertThat(bounds.isCancelled()).isFalse();
  }

  @Test
  void whatLastsTooLongEnds() {
    assertThat(new FetchBounds(mirror, 100, Duration.ofSeconds(-1)).isCancelled()).isTrue();
  }
}
