package dev.inquest.change;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a diff was read to do.
 *
 * @param sql files whose SQL changed, both sides
 * @param addedNames words on added lines, split at case and underscores joined: {@code
 *     customeremail}
 * @param values settings whose number changed
 * @param traits each thing it does
 * @param names on its lines, changed or near, as written, and the names of its files
 */
public record DiffReading(
    Set<Mechanism> mechanisms,
    List<SqlEdit> sql,
    SortedSet<String> addedNames,
    List<ValueChange> values,
    List<Trait> traits,
    SortedSet<String> names) {
  public DiffReading {
    mechanisms = Collections.unmodifiableSet(copy(mechanisms));
    sql = List.copyOf(sql);
    addedNames = Collections.unmodifiableSortedSet(new TreeSet<>(addedNames));
    values = List.copyOf(values);
    traits = List.copyOf(traits);
    names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }

  /** SQL of one file as tokens, before and after, as far as the diff shows it. */
  public record SqlEdit(List<String> before, List<String> after) {
    public SqlEdit {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /** Whether nothing in it can change what runs. */
  public boolean inert() {
    return !mechanisms.isEmpty() && mechanisms.stream().allMatch(Mechanism::inert);
  }

  private static Set<Mechanism> copy(Set<Mechanism> mechanisms) {
    Set<Mechanism> copy = EnumSet.noneOf(Mechanism.class);
    copy.addAll(mechanisms);
    return copy;
  }
}
