package dev.inquest.playbooks.evolve.record;

import dev.inquest.playbooks.evolve.guard.GuardCheck;
import dev.inquest.playbooks.evolve.wealth.End;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a round's candidate.
 *
 * @param parentSha256 the incumbent's digest
 * @param candidateSha256 the candidate's
 * @param seed of the pairs, in hex; null where none were drawn
 * @param committedAt when the candidate's digest was written down, before its seed was; null
 *     likewise
 * @param pairs fresh ones that were counted
 * @param wealth at the end of them; 1 without any
 * @param alphaSpent by the run up to and with this round
 * @param end of the confirmation; null without one
 * @param wealthPath after each 50 pairs and at the end
 * @param guards each with its bound; none where it did not come to them
 * @param screening null where the pool was not looked at
 * @param score mean on the pool of whoever is the incumbent after the round
 * @param cost of the round
 * @param versions of what judged
 */
public record Decision(
    int round,
    Choice decision,
    String reason,
    String parentSha256,
    String candidateSha256,
    @Nullable String seed,
    @Nullable Instant committedAt,
    int pairs,
    double wealth,
    double alphaSpent,
    @Nullable End end,
    List<Double> wealthPath,
    List<GuardCheck> guards,
    @Nullable Screening screening,
    double score,
    Cost cost,
    Versions versions) {
  public Decision {
    wealthPath = List.copyOf(wealthPath);
    guards = List.copyOf(guards);
  }

  /** The same for eyes that must not see seeds. */
  public Decision withoutSeed() {
    return new Decision(
        round,
        decision,
        reason,
        parentSha256,
        candidateSha256,
        null,
        committedAt,
        pairs,
        wealth,
        alphaSpent,
        end,
        wealthPath,
        guards,
        screening,
        score,
        cost,
        versions);
  }

  /**
   * The classes of task for which the guards refused what was found to be better; none where they
   * did not, or refused it for something else too.
   */
  public SortedSet<String> refusedClasses() {
    List<GuardCheck> against = guards.stream().filter(guard -> !guard.passed()).toList();
    SortedSet<String> classes =
        against.stream()
            .flatMap(guard -> guard.taskClass().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return classes.size() == against.size() ? classes : Collections.emptySortedSet();
  }

  /** Whether the candidate takes the incumbent's place. */
  public enum Choice {
    KEEP,
    REVERT,
    /** It looked better on the pool and may be tried in earnest. */
    SCREENED
  }

  /**
   * @param trials that were played
   * @param workUnits points, spans, statements
   */
  public record Cost(int trials, long workUnits) {}

  /**
   * @param format of this record
   */
  public record Versions(int format, String arena, String arenaVersion) {}
}
