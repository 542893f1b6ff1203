package dev.inquest.app.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Who may look into a file or folder. */
final class FileMode {
  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  private FileMode() {}

  /** The mode, e.g. {@code rw-r--r--}, where others than the owner may do something with it. */
  static Optional<String> openToOthers(Path path) throws IOException {
    try {
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path);
      return mode.stream().anyMatch(OTHERS::contains)
          ? Optional.of(PosixFilePermissions.toString(mode))
          : Optional.empty();
    } catch (UnsupportedOperationException e) {
      // A file system without modes has nothing to say.
      return Optional.empty();
    }
  }
}
