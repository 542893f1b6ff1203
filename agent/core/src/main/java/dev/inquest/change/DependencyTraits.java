package dev.inquest.change;

import dev.inquest.change.Trait.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of libraries that a diff changes, with how far they jump. */
final class DependencyTraits {
  private static final Pattern VERSION =
      Pattern.compile("(?<![\\w.])v?(\\d+)\\.(\\d+)(?:\\.(\\d+))?");

  /** Factors that stand for a step of the major, minor and last number. */
  private static final double MAJOR = 8;

  private static final double MINOR = 2;
  private static final double PATCH = 1.2;

  private DependencyTraits() {}

  static List<Trait> read(DiffFile file) {
    List<Trait> traits = new ArrayList<>();
    for (DiffBlock block : DiffBlock.of(file)) {
      for (String old : block.removed()) {
        for (String now : block.added()) {
          if (VERSION
              .matcher(old)
              .replaceAll("#")
              .strip()
              .equals(VERSION.matcher(now).replaceAll("#").strip())) {
            add(traits, old, now, file.path());
          }
        }
      }
    }
    if (traits.isEmpty()) {
      traits.add(Trait.mention(Mechanism.DEPENDENCY_VERSION, Direction.CHANGED, "", file.path()));
    }
    return traits;
  }

  private static void add(List<Trait> traits, String old, String now, String path) {
    Matcher before = VERSION.matcher(old);
    Matcher after = VERSION.matcher(now);
    if (before.find() && after.find() && !before.group().equals(after.group())) {
      double factor =
          !before.group(1).equals(after.group(1))
              ? MAJOR
              : before.group(2).equals(after.group(2)) ? PATCH : MINOR;
      traits.add(
          new Trait(
              Mechanism.DEPENDENCY_VERSION,
              Direction.CHANGED,
              Form.VALUE,
              factor,
              now.strip(),
              path,
              Set.of(after.group())));
    }
  }
}
