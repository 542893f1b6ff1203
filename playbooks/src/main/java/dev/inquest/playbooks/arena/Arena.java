package dev.inquest.playbooks.arena;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Tasks with known answers. Everything is a function of its arguments: the same seed or id and
 * subjects give the same trials bit for bit, on any thread, in any order. A subject on which the
 * engine fails is wrong there; nothing is thrown for it. Thread-safe.
 */
public interface Arena {
  /** E.g. {@code incidents}. */
  String name();

  /** Of whatever makes and judges tasks: another one may give other trials. */
  String version();

  /** Every class that a task may have. */
  SortedSet<String> classes();

  /** Ids of the stored tasks, made and real, that any number of looks may be taken at. */
  List<String> pool();

  /**
   * The same in a later season, as many. Made tasks may have given way to others, so that no search
   * learns them by heart; those of {@link #real()} and {@link #regression()} stay.
   *
   * @param season from 0, which is {@link #pool()}
   */
  default List<String> pool(int season) {
    return pool();
  }

  /** Those of the pool that happened. */
  SortedSet<String> real();

  /** At most 50 of the pool whose answer nobody doubts. */
  SortedSet<String> regression();

  /** One fresh task, made once from the seed and played by both. */
  Pair fresh(long seed, Subject incumbent, Subject candidate);

  /** The class of the task that a seed gives, where that is cheap to tell; else null. */
  default @Nullable String classOf(long seed) {
    return null;
  }

  /**
   * @param id of the pool of any season
   */
  Trial pooled(String id, Subject subject);

  /**
   * Whether, where the one was played on the pool, the other costs hardly anything. A function of
   * the two alone, whatever was played.
   */
  default boolean alike(Subject one, Subject other) {
    return false;
  }

  /**
   * Stored tasks that are opened at milestones only and never steer: {@code <set>/<name>}, none of
   * the pool.
   */
  default SortedSet<String> sealed() {
    return Collections.emptySortedSet();
  }

  /**
   * @param id one of {@link #sealed()}
   */
  default OpenedTrial open(String id, Subject.Files subject) {
    throw new IllegalArgumentException("nothing is sealed here");
  }

  /** What a run begins with where nobody says otherwise. */
  default Subject.Files beginning() {
    return Subject.Files.builtIn();
  }

  /** The same playbooks with something broken that is known to matter: by ten points or more. */
  Subject.Files handicapped(Subject.Files sound);
}
