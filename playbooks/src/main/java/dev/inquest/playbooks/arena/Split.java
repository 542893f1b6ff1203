package dev.inquest.playbooks.arena;

import dev.inquest.playbooks.format.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * Which of the cases that happened are sealed: opened at milestones and never learnt from. By a
 * hash of their names, so that nobody chose.
 */
public final class Split {
  private static final String SALT = "sealed/1/";

  private Split() {}

  /** Half of all, and always the same. */
  public static boolean sealed(String dataset, String caseId) {
    String digest = Sha256.of((SALT + dataset + "/" + caseId).getBytes(StandardCharsets.UTF_8));
    return Integer.parseInt(digest.substring(0, 1), 16) % 2 == 0;
  }
}
