package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.arena.Subject;
import java.util.List;
import java.util.Map;

/**
 * A candidate whose worth is known, tried the same way as any other in every run, on pairs of its
 * own, and never kept.
 *
 * @param better whether it must be found to be better
 */
public record Canary(String name, Subject incumbent, Subject candidate, boolean better) {
  private static final String PLANTED = "planted";

  /** Whether the canary of that name must be found to be better. */
  public static boolean better(String name) {
    return name.equals(PLANTED);
  }

  static List<Canary> of(Arena arena, Subject.Files start) {
    return List.of(
        new Canary("no-op", start, noOp(start), false),
        new Canary("last-change", start, Subject.Scripted.LAST_CHANGE, false),
        new Canary("label-leak", start, Subject.Scripted.LABEL_LEAK, false),
        new Canary("abstain", start, Subject.Scripted.ABSTAIN, false),
        new Canary(PLANTED, arena.handicapped(start), start, true));
  }

  /** One line feed more, which nobody reads. */
  private static Subject.Files noOp(Subject.Files start) {
    Map.Entry<String, String> first = start.files().firstEntry();
    return start.with(first.getKey(), first.getValue() + "\n");
  }
}
