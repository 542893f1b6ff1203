package dev.inquest.gate.actuator;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.proposal.ProposedFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;

/**
 * Where an actuator may write: plainly inside the repository. Policy judges more; this holds
 * whatever policy says.
 */
public final class ActuationPaths {
  private static final int MAX_SHOWN_CHARS = 200;

  private ActuationPaths() {}

  /**
   * @throws FailureException {@code actuation-path}, not retryable, for a path that leaves the
   *     repository, names {@code .git} in any spelling, or is given twice
   */
  public static void check(List<ProposedFile> files) {
    Set<String> seen = new HashSet<>();
    for (ProposedFile file : files) {
      checkOne(file.path());
      if (!seen.add(file.path())) {
        throw refused(file.path(), "is given twice");
      }
    }
  }

  /** The failure for a path that cannot be written, with the reason as the rest of a sentence. */
  public static FailureException refused(String path, String reason) {
    String shown = path.replaceAll("\\p{Cntrl}", "\uFFFD");
    String cut = shown.length() <= MAX_SHOWN_CHARS ? shown : shown.substring(0, MAX_SHOWN_CHARS);
    return new FailureException(
        Failure.permanent("actuation-path", cut, "the path " + cut + " " + reason));
  }

  private static void checkOne(String path) {
    try {
      // Knows the spellings of .git that Windows and macOS take for the same, and "." and "..".
      new ObjectChecker().setSafeForWindows(true).setSafeForMacOS(true).checkPath(path);
    } catch (CorruptObjectException e) {
      throw refused(path, "is not allowed");
    }
  }
}
