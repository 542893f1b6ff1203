package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells candidates that were there before, or as good as. What was only looked at may be looked at
 * again where the pool is another; what was a finalist, or an ancestor, never comes again.
 */
final class LoopDetector {
  /** Numbers that differ by less, as a share, are as good as equal. */
  private static final double NEAR = 0.02;

  private final History history;
  private final int since;

  /**
   * @param since the round after which the pool became what it is; 0 where it never changes
   */
  LoopDetector(History history, int since) {
    this.history = history;
    this.since = since;
  }

  boolean repeats(Subject.Files candidate, List<Edit> edits) {
    String digest = candidate.digest();
    return triedBefore(digest) || goesBack(digest) || nearlyTried(edits);
  }

  private boolean triedBefore(String digest) {
    return rounds()
        .anyMatch(r ->
            r.decision().candidateSha256().equals(digest)
                || r.plan().looks().stream().anyMatch(l -> l.candidateSha256().equals(digest)));
  }

  private Stream<RoundRecord> rounds() {
    return history.rounds().stream().filter(r -> r.round() > since || r.confirmation());
  }

  /** An ancestor again: the run would go in a circle. */
  private boolean goesBack(String digest) {
    return history.incumbents().stream().anyMatch(i -> i.digest().equals(digest));
  }

  private boolean nearlyTried(List<Edit> edits) {
    String parent = history.incumbent().digest();
    Map<String, Edit> own = byTarget(edits);
    return rounds()
        .filter(r -> r.decision().parentSha256().equals(parent))
        .map(r -> byTarget(r.plan().edits()))
        .anyMatch(other -> near(own, other));
  }

  private static boolean near(Map<String, Edit> one, Map<String, Edit> other) {
    return one.keySet().equals(other.keySet())
        && one.entrySet().stream().allMatch(e -> near(e.getValue(), other.get(e.getKey())));
  }

  private static boolean near(Edit one, @org.jspecify.annotations.Nullable Edit other) {
    if (one instanceof Edit.SetNumber a && other instanceof Edit.SetNumber b) {
      double scale = Math.max(Math.abs(a.to()), Math.abs(b.to()));
      return Math.abs(a.to() - b.to()) <= NEAR * scale;
    }
    return one.equals(other);
  }

  private static Map<String, Edit> byTarget(List<Edit> edits) {
    Map<String, Edit> byTarget = new HashMap<>();
    edits.forEach(e -> byTarget.put(e.target(), e));
    return byTarget;
  }
}
