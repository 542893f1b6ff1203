package dev.inquest.change;

import dev.inquest.change.DiffFile.Line;
import dev.inquest.change.DiffFile.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the unified format, git's headers included, and what systems make of it: hunks without
 * counts, whose header names a file ({@code @@ src/A.java @@}) or nothing but a function. Untrusted
 * text: what is not understood is left out, nothing is thrown.
 */
public final class UnifiedDiff {
  private static final Pattern HUNK =
      Pattern.compile("@@ -\\d+(?:,(\\d+))? \\+\\d+(?:,(\\d+))? @@.*");

  private static final Pattern RANGE = Pattern.compile("^@@( -\\S+ \\+\\S+ @@)?");

  /** A path as a hunk's header may name it: with a folder or an ending, and no spaces. */
  private static final Pattern PATH = Pattern.compile("[\\w@.+-]+(?:/[\\w@.+-]+)+|[\\w-]+\\.\\w+");

  private final List<String> text;
  private final List<String> told;
  private final List<DiffFile> files = new ArrayList<>();
  private List<Line> lines = new ArrayList<>();
  private String oldPath = "";
  private String newPath = "";
  private int oldLeft;
  private int newLeft;
  private boolean inHunk;

  private UnifiedDiff(List<String> text, List<String> told) {
    this.text = text;
    this.told = told;
  }

  public static List<DiffFile> read(String diff) {
    return read(diff, List.of());
  }

  /**
   * @param told the paths that the change is said to touch: a diff of one file may not name it
   */
  public static List<DiffFile> read(String diff, List<String> told) {
    UnifiedDiff reader = new UnifiedDiff(diff.lines().toList(), told);
    if (!told.isEmpty()) {
      reader.newPath = told.getFirst();
    }
    for (int i = 0; i < reader.text.size(); i++) {
      reader.line(i);
    }
    reader.finish();
    return List.copyOf(reader.files);
  }

  private void line(int index) {
    String line = text.get(index);
    boolean counted = oldLeft > 0 || newLeft > 0;
    if (counted && !(header(index) && startsHunk(index + 2))) {
      body(line);
    } else if (line.startsWith("diff --git ")) {
      finish();
      gitPaths(line);
    } else if (header(index)) {
      if (!lines.isEmpty()) {
        finish();
      }
      oldPath = path(line.substring(4));
    } else if (line.startsWith("+++ ") && index > 0 && header(index - 1)) {
      newPath = path(line.substring(4));
    } else if (line.startsWith("@@")) {
      hunk(line);
    } else if (inHunk) {
      body(line);
    }
  }

  /** Whether an old and a new path stand here: {@code ---} and {@code +++}. */
  private boolean header(int index) {
    return text.get(index).startsWith("--- ")
        && index + 1 < text.size()
        && text.get(index + 1).startsWith("+++ ");
  }

  private boolean startsHunk(int index) {
    return index < text.size() && text.get(index).startsWith("@@");
  }

  private void hunk(String line) {
    Matcher hunk = HUNK.matcher(line);
    inHunk = true;
    String named = "";
    if (hunk.matches()) {
      oldLeft = count(hunk.group(1));
      newLeft = count(hunk.group(2));
    } else {
      named = named(line);
    }
    if (!named.isEmpty() && !named.equals(newPath)) {
      finish();
      newPath = named;
      inHunk = true;
    }
    String place = within(line, named);
    if (!place.isEmpty() || !lines.isEmpty()) {
      lines.add(new Line(Side.CONTEXT, place));
    }
  }

  /** What a hunk's header says it stands in: a function, a class. */
  private static String within(String line, String path) {
    String rest = RANGE.matcher(line).replaceFirst("").strip();
    String name = rest.startsWith(path) ? rest.substring(path.length()) : rest;
    return name.replaceAll("^[\\s:]+|\\s*@@$", "");
  }

  /** The file that a hunk's header names; empty where it names none. */
  private String named(String line) {
    String header = line.replace("@@", " ").strip();
    for (String path : told) {
      if (header.startsWith(path)) {
        return path;
      }
    }
    String first = header.split("[\\s:]", 2)[0];
    return told.isEmpty() && PATH.matcher(first).matches() ? first : "";
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
    boolean changed = lines.stream().anyMatch(line -> line.side() != Side.CONTEXT);
    boolean named = !oldPath.isEmpty() || changed;
    if (named && !path.isEmpty() && !path.equals("/dev/null")) {
      files.add(new DiffFile(path, created, deleted, lines));
    }
    lines = new ArrayList<>();
    oldPath = "";
    newPath = "";
    oldLeft = 0;
    newLeft = 0;
    inHunk = false;
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
