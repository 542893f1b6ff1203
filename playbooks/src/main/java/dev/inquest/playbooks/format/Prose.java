package dev.inquest.playbooks.format;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of playbooks that no schema bounds: the text below the front matter, and comments in
 * it. A program that changes playbooks has nothing to write there, so that no word from outside
 * gets in.
 */
public final class Prose {
  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#(.*)$", Pattern.MULTILINE);

  private Prose() {}

  /**
   * Names of the files with text that none of those before had.
   *
   * @param before text by file name
   * @param after the same
   */
  public static List<String> added(Map<String, String> before, Map<String, String> after) {
    Set<String> bodies = new HashSet<>();
    Set<String> comments = new HashSet<>();
    before.values().forEach(text -> collect(FrontMatter.of(text), bodies, comments));
    return after.entrySet().stream()
        .filter(file -> !within(FrontMatter.of(file.getValue()), bodies, comments))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static boolean within(
      @Nullable FrontMatter parts, Set<String> bodies, Set<String> comments) {
    Set<String> ownBodies = new HashSet<>();
    Set<String> ownComments = new HashSet<>();
    collect(parts, ownBodies, ownComments);
    return bodies.containsAll(ownBodies) && comments.containsAll(ownComments);
  }

  private static void collect(
      @Nullable FrontMatter parts, Collection<String> bodies, Collection<String> comments) {
    if (parts == null) {
      return;
    }
    bodies.add(parts.body());
    Matcher found = COMMENT.matcher(parts.yaml());
    while (found.find()) {
      comments.add(found.group(1).strip());
    }
  }
}
