package dev.inquest.playbooks.evolve.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.playbooks.evolve.log.FileDisk;
import dev.inquest.playbooks.evolve.log.KeyFile;
import dev.inquest.playbooks.evolve.log.RunFiles;
import dev.inquest.playbooks.evolve.seed.RunKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  @TempDir Path folder;

  @Test
  void onlyItsOwnerReadsIt() throws IOException {
    key(1);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve(RunFiles.KEY))))
        .isEqualTo("rw-------");
  }

  @Test
  void theOneThatIsThereStays() {
    RunKey first = key(1);
    assertThat(key(2).hex()).isEqualTo(first.hex());
  }

  @Test
  void aHalfWrittenOneIsMadeAnew() throws IOException {
    Files.writeString(folder.resolve(RunFiles.KEY), "00ff");
    assertThat(key(2).hex()).isEqualTo(Runs.key(2).hex());
  }

  private RunKey key(long number) {
    return KeyFile.in(folder, new FileDisk(), () -> Runs.key(number));
  }
}
