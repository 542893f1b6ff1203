package dev.inquest.connectors.gitlab;

import dev.inquest.connectors.resilience.ForeignText;
import java.util.ArrayList;
import java.util.List;
import org.gitlab4j.api.models.CompareResults;
import org.gitlab4j.api.models.Diff;

/**
 * What lies between two commits.
 *
 * @param text unified diff
 * @param cut whether something is left out, by us or by GitLab
 */
record Brought(List<String> files, String text, boolean cut) {
  static final Brought NOTHING = new Brought(List.of(), "", false);
  private static final int MAX_FILES = 500;
  private static final int MAX_PATH_CHARS = 4_096;

  Brought {
    files = List.copyOf(files);
  }

  /** Compared directly, not from the merge base: a rollback goes backwards. */
  static Brought between(
      GitLabConnection connection, String project, String from, String to, int maxChars) {
    CompareResults compared =
        connection.call(api -> api.getRepositoryApi().compare(project, from, to, null, true));
    List<Diff> diffs = compared.getDiffs() == null ? List.of() : compared.getDiffs();
    List<String> files = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean cut = Boolean.TRUE.equals(compared.getCompareTimeout()) || diffs.size() > MAX_FILES;
    for (Diff diff : diffs.subList(0, Math.min(MAX_FILES, diffs.size()))) {
      files.add(ForeignText.block(path(diff), MAX_PATH_CHARS));
      if (text.length() < maxChars) {
        text.append(unified(diff));
      }
      cut = cut || diff.getDiff() == null || diff.getDiff().isEmpty();
    }
    boolean tooLong = text.length() > maxChars;
    return new Brought(files, ForeignText.block(text.toString(), maxChars), cut || tooLong);
  }

  /** GitLab gives the hunks of each file; older ones give the two header lines as well. */
  private static String unified(Diff diff) {
    String hunks = diff.getDiff() == null ? "" : diff.getDiff();
    String header = "diff --git a/" + diff.getOldPath() + " b/" + diff.getNewPath() + "\n";
    if (!hunks.startsWith("--- ")) {
      String old = Boolean.TRUE.equals(diff.getNewFile()) ? "/dev/null" : "a/" + diff.getOldPath();
      String now =
          Boolean.TRUE.equals(diff.getDeletedFile()) ? "/dev/null" : "b/" + diff.getNewPath();
      header += "--- " + old + "\n+++ " + now + "\n";
    }
    return header + hunks + (hunks.endsWith("\n") ? "" : "\n");
  }

  private static String path(Diff diff) {
    return Boolean.TRUE.equals(diff.getDeletedFile()) ? diff.getOldPath() : diff.getNewPath();
  }
}
