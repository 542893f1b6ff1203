package dev.inquest.playbooks.format;

import java.nio.charset.StandardCharsets;

/**
 * One line a playbook has learned.
 *
 * @param id e.g. {@code l-031}
 * @param helpful how often following it led right
 * @param harmful how often it led astray
 */
public record Lesson(String id, int helpful, int harmful, String text) {
  private static final int IDS = 1_000_000;

  public Lesson {
    if (helpful < 0 || harmful < 0) {
      throw new IllegalArgumentException("counts of " + id + " are not negative");
    }
  }

  /** The same lesson has the same id wherever it is learned, so counts can be added up. */
  public static String idOf(String text) {
    String hash = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    return "l-" + Long.parseLong(hash.substring(0, 12), 16) % IDS;
  }

  /** {@code [l-031] helpful=4 harmful=0 :: text}. */
  @Override
  public String toString() {
    return "[" + id + "] helpful=" + helpful + " harmful=" + harmful + " :: " + text;
  }
}
