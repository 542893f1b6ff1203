package dev.inquest.playbooks.format;

/**
 * One line a playbook has learned.
 *
 * @param id e.g. {@code l-031}
 * @param helpful how often following it led right
 * @param harmful how often it led astray
 */
public record Lesson(String id, int helpful, int harmful, String text) {
  public Lesson {
    if (helpful < 0 || harmful < 0) {
      throw new IllegalArgumentException("counts of " + id + " are not negative");
    }
  }

  /** {@code [l-031] helpful=4 harmful=0 :: text}. */
  @Override
  public String toString() {
    return "[" + id + "] helpful=" + helpful + " harmful=" + harmful + " :: " + text;
  }
}
