package dev.inquest.change;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One file of a unified diff.
 *
 * @param path the new side's, or the old side's where the file was deleted
 * @param created whether the file is new
 * @param deleted whether the file is gone
 */
public record DiffFile(String path, boolean created, boolean deleted, List<Line> lines) {
  /** What happened to a line. */
  public enum Side {
    ADDED,
    REMOVED,
    CONTEXT
  }

  /** A line without its sign. */
  public record Line(Side side, String text) {}

  public DiffFile {
    requireNonNull(path, "path");
    lines = List.copyOf(lines);
  }

  /** The lines of one side, without context. */
  public List<String> changed(Side side) {
    return lines.stream().filter(line -> line.side() == side).map(Line::text).toList();
  }

  /** The file as it reads afterwards, as far as the diff shows it. */
  public List<String> after() {
    return lines.stream().filter(line -> line.side() != Side.REMOVED).map(Line::text).toList();
  }

  /** The file as it read before, as far as the diff shows it. */
  public List<String> before() {
    return lines.stream().filter(line -> line.side() != Side.ADDED).map(Line::text).toList();
  }
}
