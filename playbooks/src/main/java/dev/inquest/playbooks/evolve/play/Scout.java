package dev.inquest.playbooks.evolve.play;

import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.criticism.FailureClass;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.EditKind;
import dev.inquest.playbooks.evolve.record.Look;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at candidates on the pool, as far as it is worth it: an eighth tells whether the candidate
 * matters, for most numbers of a catalogue bear on few tasks; half of the pool whether it is any
 * better; all of it how much. Where looking is cheap, half is looked at from the first.
 */
public final class Scout {
  private static final int EIGHTH = 8;
  private static final int HALF = 2;
  private static final int ALL = 1;

  private final PoolTrials pool;
  private final Set<String> undoubted;
  private final Set<String> real;

  /**
   * @param undoubted tasks of which a single one lost is a veto
   * @param real tasks that happened and were not made
   */
  public Scout(PoolTrials pool, Set<String> undoubted, Set<String> real) {
    this.pool = pool;
    this.undoubted = Set.copyOf(undoubted);
    this.real = Set.copyOf(real);
  }

  /**
   * Whether a confirmation would be in vain, for an undoubted task is lost, or would bring what
   * nobody wants: better where tasks are made and worse where they happened.
   */
  public boolean vetoed(Subject incumbent, Subject candidate) {
    List<Pair> pairs = pool.pairs(incumbent, candidate);
    double happened = 0;
    for (Pair pair : pairs) {
      happened += real.contains(pair.incumbent().task()) ? pair.difference() : 0;
    }
    return happened < 0
        || pairs.stream()
            .filter(pair -> undoubted.contains(pair.incumbent().task()))
            .anyMatch(pair -> pair.incumbent().right() && !pair.candidate().right());
  }

  /** Whether looking at the other is cheap where the one was looked at. */
  public boolean cheap(Subject one, Subject other) {
    return pool.alike(one, other);
  }

  /** Whether a part of the pool tells the two apart: an eighth, or half where that is cheap. */
  public boolean apart(Subject one, Subject other) {
    List<Pair> pairs = pool.pairs(one, other, pool.alike(one, other) ? HALF : EIGHTH);
    return Look.of(List.of(), EditKind.CLIMB, null, other.digest(), pairs).matters();
  }

  /** What the one does better than the other on the whole pool, in tasks. */
  public double value(Subject other, Subject one) {
    return Look.of(List.of(), EditKind.RECOMBINATION, null, one.digest(), pool.pairs(other, one))
        .value();
  }

  /** Whether there are tasks that no search has looked at yet. */
  public boolean looksAhead() {
    return pool.looksAhead();
  }

  /**
   * What the one does better than the other where the search has not looked yet: on the tasks that
   * the next season brings in. Does not matter where it brings in none.
   */
  public Look ahead(Subject other, Subject one) {
    return Look.of(List.of(), EditKind.RECOMBINATION, null, one.digest(), pool.ahead(other, one));
  }

  public Look look(
      Subject incumbent,
      Subject candidate,
      List<Edit> edits,
      EditKind kind,
      @Nullable FailureClass aim) {
    boolean cheap = pool.alike(incumbent, candidate);
    Look look = look(incumbent, candidate, edits, kind, aim, cheap ? HALF : EIGHTH);
    if (look.matters() && !cheap) {
      look = look(incumbent, candidate, edits, kind, aim, HALF);
    }
    return look.value() > 0 && look.matters()
        ? look(incumbent, candidate, edits, kind, aim, ALL)
        : look;
  }

  private Look look(
      Subject incumbent,
      Subject candidate,
      List<Edit> edits,
      EditKind kind,
      @Nullable FailureClass aim,
      int each) {
    return Look.of(edits, kind, aim, candidate.digest(), pool.pairs(incumbent, candidate, each));
  }
}
