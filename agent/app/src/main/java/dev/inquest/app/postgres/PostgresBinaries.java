package dev.inquest.app.postgres;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the server's programs from the class path, once a machine and version. */
final class PostgresBinaries {
  private final Path cache;

  /**
   * @param cache a folder of ours that others may not write to
   */
  PostgresBinaries(Path cache) {
    this.cache = cache;
  }

  /** The folder that holds {@code bin/postgres}. */
  Path unpacked() throws IOException {
    String archive = archive();
    Path ready = cache.resolve("postgres-" + digest(archive).substring(0, 16));
    if (!Files.isExecutable(ready.resolve("bin/postgres"))) {
      Files.createDirectories(cache);
      Path fresh = Files.createTempDirectory(cache, "unpacking");
      unpack(archive, fresh);
      moveInPlace(fresh, ready);
    }
    return ready;
  }

  private static void moveInPlace(Path fresh, Path ready) throws IOException {
    try {
      Files.move(fresh, ready, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException
        | AtomicMoveNotSupportedException
        | java.nio.file.DirectoryNotEmptyException e) {
      // Another start was faster; its copy is as good.
      Folders.delete(fresh);
    }
  }

  private static String archive() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String name =
        "/postgres-"
            + (system.contains("mac") ? "darwin" : "linux")
            + (machine.matches("amd64|x86_64") ? "-x86_64" : "-arm_64")
            + ".txz";
    if (PostgresBinaries.class.getResource(name) == null) {
      throw new FailureException(
          Failure.permanent(
              "postgres-platform",
              system + "/" + machine,
              "no PostgreSQL is packed for "
                  + system
                  + "/"
                  + machine
                  + "; set spring.datasource.url to a server of your own"));
    }
    return name;
  }

  private static InputStream open(String archive) throws IOException {
    InputStream stream = PostgresBinaries.class.getResourceAsStream(archive);
    if (stream == null) {
      throw new IOException(archive + " is not on the class path");
    }
    return stream;
  }

  private static String digest(String archive) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void unpack(String archive, Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive))))) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        place(tar, entry, folder);
        entry = tar.getNextEntry();
      }
    }
  }

  private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("the archive holds a path outside of itself: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(target, folder.resolve(entry.getLinkName()).normalize());
    } else {
      Files.copy(tar, target);
      boolean program = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
