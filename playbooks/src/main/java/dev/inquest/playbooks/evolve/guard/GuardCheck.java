package dev.inquest.playbooks.evolve.guard;

import java.util.Optional;

/**
 * What one guard found.
 *
 * @param name e.g. {@code class latency}
 * @param pairs that it saw
 * @param gain what the candidate is better by, on the guard's own scale; below 0 where worse
 * @param least the lower bound of it at .05
 * @param limit what the bound must lie above
 */
public record GuardCheck(
    String name, int pairs, double gain, double least, double limit, boolean passed) {
  private static final String CLASS = "class ";

  static String nameOf(String taskClass) {
    return CLASS + taskClass;
  }

  /** The class of task that it saw alone; empty where it saw others. */
  public Optional<String> taskClass() {
    return name.startsWith(CLASS) ? Optional.of(name.substring(CLASS.length())) : Optional.empty();
  }
}
