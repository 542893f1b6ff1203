package dev.inquest.change;

import dev.inquest.change.DiffFile.Line;
import dev.inquest.change.DiffFile.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that were changed together, with no unchanged line between them.
 *
 * @param before unchanged lines above, nearest last; at most {@link #MAX_CONTEXT}
 * @param after unchanged lines below, nearest first; at most {@link #MAX_CONTEXT}
 */
record DiffBlock(
    List<String> before, List<String> removed, List<String> added, List<String> after) {
  private static final int MAX_CONTEXT = 12;

  static List<DiffBlock> of(DiffFile file) {
    List<DiffBlock> blocks = new ArrayList<>();
    List<Line> lines = file.lines();
    int from = 0;
    while (from < lines.size()) {
      if (lines.get(from).side() == Side.CONTEXT) {
        from++;
        continue;
      }
      int to = from;
      while (to < lines.size() && lines.get(to).side() != Side.CONTEXT) {
        to++;
      }
      blocks.add(block(lines, from, to));
      from = to;
    }
    return blocks;
  }

  private static DiffBlock block(List<Line> lines, int from, int to) {
    List<Line> changed = lines.subList(from, to);
    return new DiffBlock(
        context(lines.subList(Math.max(0, from - MAX_CONTEXT), from)),
        side(changed, Side.REMOVED),
        side(changed, Side.ADDED),
        context(lines.subList(to, Math.min(lines.size(), to + MAX_CONTEXT))));
  }

  private static List<String> side(List<Line> lines, Side side) {
    return lines.stream().filter(line -> line.side() == side).map(Line::text).toList();
  }

  private static List<String> context(List<Line> lines) {
    return lines.stream().filter(l -> l.side() != Side.REMOVED).map(Line::text).toList();
  }
}
