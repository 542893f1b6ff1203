package dev.inquest.playbooks.evolve;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.evolve.log.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A run's files as text, once its record was checked. */
final class RunFolder {
  private final Path folder;

  RunFolder(Path folder) {
    if (!Files.isRegularFile(folder.resolve(RunFiles.LOG))) {
      throw new FailureException(
          Failure.permanent("run-missing", "run", "there is no run in that folder"));
    }
    this.folder = folder;
  }

  String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new FailureException(
          Failure.permanent("run-malformed", file, file + " cannot be read"), e);
    }
  }
}
