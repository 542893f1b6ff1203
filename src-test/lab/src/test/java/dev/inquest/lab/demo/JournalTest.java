package dev.inquest.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;

  @Test
  void aStepIsTakenOnceAlsoOverSeveralRuns() throws Exception {
    Path file = folder.resolve("journal.json");
    AtomicInteger taken = new AtomicInteger();
    Journal.Step step = () -> Journal.facts().put("n", taken.incrementAndGet());

    Journal.empty(file).once("deploy", step);
    var again = Journal.read(file).once("deploy", step);

    assertThat(again.path("n").asInt()).isEqualTo(1);
    assertThat(taken).hasValue(1);
  }

  @Test
  void onlyItsOwnerMayReadIt() throws Exception {
    Path file = folder.resolve("journal.json");
    Journal.empty(file).put("run", Journal.facts().put("password", "secret"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
