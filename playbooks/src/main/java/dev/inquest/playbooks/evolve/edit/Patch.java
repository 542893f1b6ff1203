package dev.inquest.playbooks.evolve.edit;

import dev.inquest.playbooks.arena.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Applies what {@link Diff} wrote, line by line, and nothing that does not fit exactly. */
public final class Patch {
  private static final Pattern HUNK =
      Pattern.compile("@@ -(\\d{1,7}),(\\d{1,7}) \\+\\d{1,7},(\\d{1,7}) @@");

  private final List<String> diff;
  private int at;

  private Patch(String diff) {
    this.diff = Arrays.asList(diff.split("\n", -1));
  }

  /**
   * @throws IllegalArgumentException where the diff is not one of these files
   */
  public static Subject.Files apply(Subject.Files before, String diff) {
    return diff.isEmpty() ? before : new Patch(diff).apply(before);
  }

  private Subject.Files apply(Subject.Files before) {
    Subject.Files files = before;
    while (at < diff.size() && !diff.get(at).isEmpty()) {
      String old = rest("--- ");
      String name = rest("+++ b/");
      String text = old.equals("/dev/null") ? "" : before.files().get(name);
      if (text == null) {
        throw misfit();
      }
      files = files.with(name, file(text));
    }
    return files;
  }

  private String file(String text) {
    List<String> old = Diff.lines(text);
    List<String> now = new ArrayList<>();
    int line = 0;
    Matcher hunk = HUNK.matcher(diff.get(at));
    while (hunk.matches()) {
      at++;
      int olds = Integer.parseInt(hunk.group(2));
      int start = Integer.parseInt(hunk.group(1)) - (olds == 0 ? 0 : 1);
      if (start < line || start + olds > old.size()) {
        throw misfit();
      }
      now.addAll(old.subList(line, start));
      line = start;
      line += hunk(old.subList(start, start + olds), Integer.parseInt(hunk.group(3)), now);
      hunk = HUNK.matcher(at < diff.size() ? diff.get(at) : "");
    }
    now.addAll(old.subList(line, old.size()));
    return String.join("\n", now) + "\n";
  }

  /** Returns how many of the old lines it went over. */
  private int hunk(List<String> old, int news, List<String> now) {
    int seen = 0;
    int made = 0;
    while (seen < old.size() || made < news) {
      String line = diff.get(at++);
      char mark = line.isEmpty() ? '?' : line.charAt(0);
      String text = line.isEmpty() ? "" : line.substring(1);
      boolean fits = mark == '+' || (seen < old.size() && old.get(seen).equals(text));
      if (!fits || " +-".indexOf(mark) < 0 || at >= diff.size()) {
        throw misfit();
      }
      seen += mark == '+' ? 0 : 1;
      if (mark != '-') {
        now.add(text);
        made++;
      }
    }
    return seen;
  }

  private String rest(String start) {
    if (at >= diff.size() || !diff.get(at).startsWith(start)) {
      throw misfit();
    }
    return diff.get(at++).substring(start.length());
  }

  private IllegalArgumentException misfit() {
    return new IllegalArgumentException("the diff does not fit at its line " + (at + 1));
  }
}
