package dev.inquest.connectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
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
  void aFileThatComesAndGoesHidesNoOther() throws Exception {
    Files.write(mirror.resolve("stays.pack"), new byte[101]);
    Path lock = mirror.resolve("gc.log.lock");
    AtomicBoolean done = new AtomicBoolean();
    Thread housekeeping =
        Thread.ofPlatform()
            .start(() -> {
              while (!done.get()) {
                comesAndGoes(lock);
              }
            });
    try {
      for (int look = 0; look < 2_000; look++) {
        assertThat(new FetchBounds(mirror, 100, Duration.ofMinutes(1)).exceeded()).isTrue();
      }
    } finally {
      done.set(true);
      housekeeping.join();
    }
  }

  private static void comesAndGoes(Path file) {
    try {
      Files.write(file, new byte[1]);
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
