package dev.inquest.playbooks.format;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong, then throws it together. Not thread-safe. */
final class Violations {
  private final List<Violation> found = new ArrayList<>();

  void add(String file, int line, String message) {
    found.add(new Violation(file, line, message));
  }

  boolean any() {
    return !found.isEmpty();
  }

  /** By file and line. */
  List<Violation> all() {
    return found.stream()
        .sorted(Comparator.comparing(Violation::file).thenComparingInt(Violation::line))
        .toList();
  }

  /**
   * @throws FailureException {@code playbook-invalid}, its message one violation a line
   */
  void throwIfAny(String subject) {
    if (any()) {
      String all = all().stream().map(Violation::toString).collect(Collectors.joining("\n"));
      throw new FailureException(Failure.permanent("playbook-invalid", subject, all));
    }
  }
}
