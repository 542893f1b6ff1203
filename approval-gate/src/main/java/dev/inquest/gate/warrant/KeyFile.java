package dev.inquest.gate.warrant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the key lies where none is configured: made at the first start, readable by its owner only.
 */
public final class KeyFile {
  private KeyFile() {}

  /** Reads the key of that file; makes one first where there is none. */
  public static SigningKey readOrCreate(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (!Files.exists(file)) {
        create(file);
      }
      return SigningKey.fromPem(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("the warrant key " + file + " cannot be read or made", e);
    }
  }

  private static void create(Path file) throws IOException {
    Path fresh =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            "key",
            ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, SigningKey.generate().pem());
    try {
      // A link never replaces: of two processes starting at once one key stays.
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      Files.deleteIfExists(fresh);
      return;
    }
    Files.delete(fresh);
  }
}
