package dev.inquest.playbooks.format;

import dev.inquest.playbook.Playbook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code ## Lessons} section of a playbook: one lesson a line, {@code [l-031] helpful=4
 * harmful=0 :: text}, with or without a bullet. Lines of prose are left alone.
 */
public final class Lessons {
  private static final String HEADING = "## Lessons";
  private static final Pattern LINE =
      Pattern.compile("\\[(l-\\d{1,6})] helpful=(\\d{1,9}) harmful=(\\d{1,9}) :: (\\S.{0,999})");

  private Lessons() {}

  /** In the order of the file. */
  public static List<Lesson> of(Playbook playbook) {
    List<Lesson> lessons = new ArrayList<>();
    walk(playbook.body(), 1, lessons, new Violations());
    return lessons;
  }

  static void check(FrontMatter parts, String file, Violations violations) {
    Violations here = new Violations();
    walk(parts.body(), parts.bodyLine(), new ArrayList<>(), here);
    here.all().forEach(v -> violations.add(file, v.line(), v.message()));
  }

  private static void walk(
      String body, int firstLine, List<Lesson> lessons, Violations violations) {
    boolean inside = false;
    int line = firstLine;
    Set<String> ids = new HashSet<>();
    for (String text : body.lines().toList()) {
      if (text.startsWith("## ")) {
        inside = text.strip().equals(HEADING);
      } else if (inside) {
        String bare = text.strip().replaceFirst("^[-*] ", "");
        if (bare.startsWith("[")) {
          lesson(bare, line, ids, lessons, violations);
        }
      }
      line++;
    }
  }

  private static void lesson(
      String text, int line, Set<String> ids, List<Lesson> lessons, Violations violations) {
    Matcher parts = LINE.matcher(text);
    if (!parts.matches()) {
      violations.add("", line, "a lesson is [l-1] helpful=0 harmful=0 :: text");
    } else if (!ids.add(parts.group(1))) {
      violations.add("", line, "the lesson " + parts.group(1) + " stands twice");
    } else {
      lessons.add(
          new Lesson(
              parts.group(1),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3)),
              parts.group(4)));
    }
  }
}
