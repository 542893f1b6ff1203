package dev.inquest.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Random passwords, each in a file that only its owner may read. */
public final class SecretFiles {
  private static final int BYTES = 24;
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  public SecretFiles(Path folder) throws IOException {
    this.folder = Folders.ownerOnly(folder);
  }

  public Path file(String name) {
    return folder.resolve(name + ".password");
  }

  /** The secret of that name, made up at its first use. */
  public String get(String name) throws IOException {
    Path file = file(name);
    if (!Files.exists(file)) {
      Path fresh = Files.createTempFile(folder, name, ".tmp", OWNER_ONLY);
      Files.writeString(fresh, madeUp());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file).strip();
  }

  private String madeUp() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
