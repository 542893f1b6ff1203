package dev.inquest.gate.policy;

import dev.inquest.gate.repository.ComputedChange;
import dev.inquest.gate.repository.FileChange;
import java.util.Set;

/** Rules every shape shares. */
final class Shape {
  private static final Set<String> PLAIN = Set.of("100644", "100755");

  private Shape() {}

  /** Safe paths, plain files, no change of mode, and at least one file. */
  static void check(ComputedChange change) {
    if (change.files().isEmpty()) {
      throw Refused.because("nothing-changes", "change", "the files are already as proposed");
    }
    for (FileChange file : change.files()) {
      PathRules.check(file.path());
      checkModes(file);
    }
  }

  private static void checkModes(FileChange file) {
    String from = file.oldMode();
    String to = file.newMode();
    boolean plain = (from == null || PLAIN.contains(from)) && (to == null || PLAIN.contains(to));
    if (!plain) {
      throw Refused.because(
          "not-a-plain-file",
          file.path(),
          "links and submodules must not be touched: " + file.path());
    }
    boolean changed = from != null && to != null && !from.equals(to);
    boolean newExecutable = from == null && "100755".equals(to);
    if (changed || newExecutable) {
      throw Refused.because(
          "mode-change", file.path(), "the mode of " + file.path() + " would change");
    }
  }
}
