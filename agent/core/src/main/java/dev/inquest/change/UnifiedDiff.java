package dev.inquest.change;

import dev.inquest.change.DiffFile.Line;
import dev.inquest.change.DiffFile.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the unified format, git's headers included. Untrusted text: what is not understood is left
 * out, nothing is thrown.
 */
public final class UnifiedDiff {
  private static final Pattern HUNK =
      Pattern.compile("@@ -\\d+(?:,(\\d+))? \\+\\d+(?:,(\\d+))? @@.*");

  private final List<DiffFile> files = new ArrayList<>();
  private List<Line> lines = new ArrayList<>();
  private String oldPath = "";
  private String newPath = "";
  private int oldLeft;
  private int newLeft;

  private UnifiedDiff() {}

  public static List<DiffFile> read(String diff) {
    UnifiedDiff reader = new UnifiedDiff();
    diff.lines().forEach(reader::line);
    reader.finish();
    return List.copyOf(reader.files);
  }

  private void line(String line) {
    if (oldLeft > 0 || newLeft > 0) {
      body(line);
    } else if (line.startsWith("diff --git ")) {
      finish();
      gitPaths(line);
    } else if (line.startsWith("--- ")) {
      if (!lines.isEmpty()) {
        finish();
      }
      oldPath = path(line.substring(4));
    } else if (line.startsWith("+++ ")) {
      newPath = path(line.substring(4));
    } else {
      hunk(line);
    }
  }

  private void hunk(String line) {
    Matcher hunk = HUNK.matcher(line);
    if (hunk.matches()) {
      oldLeft = count(hunk.group(1));
      newLeft = count(hunk.group(2));
    }
  }

  private void body(String line) {
    if (line.startsWith("+")) {
      lines.add(new Line(Side.ADDED, line.substring(1)));
      newLeft--;
    } else if (line.startsWith("-")) {
      lines.add(new Line(Side.REMOVED, line.substring(1)));
      oldLeft--;
    } else if (!line.startsWith("\\")) {
      lines.add(new Line(Side.CONTEXT, line.isEmpty() ? "" : line.substring(1)));
      oldLeft--;
      newLeft--;
    }
  }

  private void finish() {
    boolean created = oldPath.equals("/dev/null");
    boolean deleted = newPath.equals("/dev/null");
    String path = deleted || newPath.isEmpty() ? oldPath : newPath;
    if (!path.isEmpty() && !path.equals("/dev/null")) {
      files.add(new DiffFile(path, created, deleted, lines));
    }
    lines = new ArrayList<>();
    oldPath = "";
    newPath = "";
    oldLeft = 0;
    newLeft = 0;
  }

  /** {@code diff --git a/x b/x}: all there is of a rename, a mode change or a binary file. */
  private void gitPaths(String line) {
    int second = line.lastIndexOf(" b/");
    if (second > 0) {
      newPath = line.substring(second + 3);
      oldPath = newPath;
    }
  }

  private static String path(String header) {
    int tab = header.indexOf('\t');
    String path = (tab < 0 ? header : header.substring(0, tab)).strip();
    return path.startsWith("a/") || path.startsWith("b/") ? path.substring(2) : path;
  }

  private static int count(String group) {
    return group == null || group.length() > 6 ? 1 : Integer.parseInt(group);
  }
}
