package dev.inquest.playbooks.evolve.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inquest.playbooks.evolve.seed.RunKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The run key while the run goes on: a file that only its owner reads, outside of the record. */
public final class KeyFile {
  private KeyFile() {}

  /** The one that is there, or a new one. */
  public static RunKey in(Path folder, Disk disk, Supplier<RunKey> fresh) {
    Path file = folder.resolve(RunFiles.KEY);
    if (Files.exists(file)) {
      String hex = RunFiles.text(file).strip();
      if (hex.length() == RunKey.HEX_DIGITS) {
        return RunKey.ofHex(hex);
      }
      // Cut off while it was made: nothing can have been drawn from it yet.
      disk.delete(file);
    }
    RunKey key = fresh.get();
    try {
      Files.createDirectories(folder);
      FileDisk.secret(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    disk.append(file, (key.hex() + "\n").getBytes(UTF_8));
    return key;
  }
}
