package dev.inquest.playbooks.evolve.log;

import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.format.Sha256;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether a run's folder is what was written: every byte of every file of the record. */
public final class Verification {
  private static final Set<String> NO_PART =
      Set.of(RunFiles.REPORT_PAGE, RunFiles.REPORT_TEXT, RunFiles.KEY);

  private Verification() {}

  /**
   * @throws FailureException {@code run-tampered} at the first thing that is not as it was
   */
  public static Chain.Read verify(Path folder) {
    try {
      Chain.Read read = Chain.read(RunFiles.text(folder.resolve(RunFiles.LOG)));
      if (read.entries().isEmpty()) {
        throw Chain.tampered("the log is empty");
      }
      byte[] head = Head.of(read.entries(), read.hash()).bytes();
      if (!Arrays.equals(head, RunFiles.read(folder.resolve(RunFiles.HEAD)))) {
        throw Chain.tampered("head.json is not that of the log");
      }
      SortedSet<String> rest = RunFiles.all(folder);
      for (Entry entry : read.entries()) {
        entry
            .files()
            .forEach((file, digest) -> {
              check(folder, file, digest);
              rest.remove(file);
            });
      }
      nothingElse(rest);
      return read;
    } catch (UncheckedIOException e) {
      throw new FailureException(
          Chain.tampered("a file of the run is missing or unreadable").failure(), e);
    }
  }

  static void check(Path folder, String file, String digest) {
    Path path = folder.resolve(file).normalize();
    if (!path.startsWith(folder.normalize()) || Files.isSymbolicLink(path)) {
      throw Chain.tampered("the log names a file outside of the run");
    }
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        || !Sha256.of(RunFiles.read(path)).equals(digest)) {
      throw Chain.tampered(file + " is not what was written");
    }
  }

  private static void nothingElse(SortedSet<String> rest) {
    SortedSet<String> strange = new TreeSet<>(rest);
    strange.removeAll(Set.of(RunFiles.LOG, RunFiles.HEAD));
    strange.removeAll(NO_PART);
    if (!strange.isEmpty()) {
      throw Chain.tampered("the log does not know " + strange.size() + " of the files");
    }
  }
}
