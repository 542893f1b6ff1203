package dev.inquest.playbooks.evolve.edit;

import dev.inquest.playbooks.arena.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Two catalogues' difference as a unified diff, from which the second can be had again. */
public final class Diff {
  private static final int CONTEXT = 3;
  private static final long MOST_CELLS = 4_000_000;

  private final List<String> before;
  private final List<String> after;
  private final List<Line> lines = new ArrayList<>();

  /**
   * @param mark a blank, + or -
   */
  private record Line(char mark, String text) {}

  private Diff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /** In order of the files; empty where they are equal. A file that is gone cannot be told. */
  public static String of(Subject.Files before, Subject.Files after) {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, String> file : after.files().entrySet()) {
      String old = before.files().get(file.getKey());
      if (!file.getValue().equals(old)) {
        out.append("--- ").append(old == null ? "/dev/null" : "a/" + file.getKey());
        out.append("\n+++ b/").append(file.getKey()).append('\n');
        new Diff(lines(old == null ? "" : old), lines(file.getValue())).write(out);
      }
    }
    return out.toString();
  }

  /**
   * @param text empty or ending in a line feed
   */
  static List<String> lines(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1));
  }

  private void write(StringBuilder out) {
    compare();
    int i = 0;
    int oldLine = 1;
    int newLine = 1;
    while (i < lines.size()) {
      int change = nextChange(i);
      if (change < 0) {
        return;
      }
      int from = Math.max(i, change - CONTEXT);
      oldLine += from - i;
      newLine += from - i;
      int to = hunkEnd(change);
      List<Line> hunk = lines.subList(from, to);
      int olds = (int) hunk.stream().filter(l -> l.mark != '+').count();
      int news = (int) hunk.stream().filter(l -> l.mark != '-').count();
      out.append("@@ -").append(place(oldLine, olds)).append(" +").append(place(newLine, news));
      out.append(" @@\n");
      hunk.forEach(l -> out.append(l.mark).append(l.text).append('\n'));
      oldLine += olds;
      newLine += news;
      i = to;
    }
  }

  private static String place(int line, int count) {
    return (count == 0 ? line - 1 : line) + "," + count;
  }

  /** Below 0 where there is none. */
  private int nextChange(int from) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).mark != ' ') {
        return i;
      }
    }
    return -1;
  }

  /** Changes with no more than two contexts between them are one hunk. */
  private int hunkEnd(int change) {
    int last = change;
    int next = nextChange(change + 1);
    while (next >= 0 && next - last <= 2 * CONTEXT) {
      last = next;
      next = nextChange(last + 1);
    }
    return Math.min(lines.size(), last + 1 + CONTEXT);
  }

  private void compare() {
    int head = 0;
    int most = Math.min(before.size(), after.size());
    while (head < most && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    before.subList(0, head).forEach(l -> lines.add(new Line(' ', l)));
    middle(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail));
    before.subList(before.size() - tail, before.size()).forEach(l -> lines.add(new Line(' ', l)));
  }

  private void middle(List<String> old, List<String> now) {
    if ((long) old.size() * now.size() > MOST_CELLS) {
      old.forEach(l -> lines.add(new Line('-', l)));
      now.forEach(l -> lines.add(new Line('+', l)));
      return;
    }
    int[][] common = common(old, now);
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        lines.add(new Line(' ', old.get(i)));
        i++;
        j++;
      } else if (i < old.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line('-', old.get(i++)));
      } else {
        lines.add(new Line('+', now.get(j++)));
      }
    }
  }

  /** Lengths of the longest common subsequences of what is left. */
  private static int[][] common(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
