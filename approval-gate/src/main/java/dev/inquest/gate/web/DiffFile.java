package dev.inquest.gate.web;

import java.util.ArrayList;
import java.util.List;

/**
 * One file of a unified diff, for reading on a phone.
 *
 * @param change what happened to it, in a word
 */
public record DiffFile(String path, String change, List<Line> lines) {
  public DiffFile {
    lines = List.copyOf(lines);
  }

  /**
   * @param kind {@code add}, {@code del}, {@code hunk} or {@code same}; also the style's name
   * @param sign read aloud and shown before the text
   */
  public record Line(String kind, String sign, String text) {}

  static List<DiffFile> parse(String diff) {
    List<DiffFile> files = new ArrayList<>();
    Builder open = new Builder();
    for (String line : diff.split("\n", -1)) {
      if (line.startsWith("diff --git ")) {
        open.close(files);
        open = new Builder();
      } else {
        open.take(line);
      }
    }
    open.close(files);
    return List.copyOf(files);
  }

  private static final class Builder {
    private final List<Line> lines = new ArrayList<>();
    private String path = "";
    private String change = "changed";
    private boolean body;

    void take(String line) {
      if (line.startsWith("@@")) {
        body = true;
        lines.add(new Line("hunk", "", line));
      } else if (body) {
        bodyLine(line);
      } else {
        head(line);
      }
    }

    private void head(String line) {
      if (line.startsWith("new file")) {
        change = "new";
      } else if (line.startsWith("deleted file")) {
        change = "deleted";
      } else if (line.startsWith("+++ b/") || line.startsWith("--- a/")) {
        path = line.substring(6);
      }
    }

    private void bodyLine(String line) {
      if (line.startsWith("+")) {
        lines.add(new Line("add", "+", line.substring(1)));
      } else if (line.startsWith("-")) {
        lines.add(new Line("del", "-", line.substring(1)));
      } else if (!line.isEmpty()) {
        lines.add(new Line("same", " ", line.substring(1)));
      }
    }

    void close(List<DiffFile> files) {
      if (!path.isEmpty()) {
        files.add(new DiffFile(path, change, lines));
      }
    }
  }
}
