package dev.inquest.change;

import dev.inquest.change.DiffFile.Side;
import dev.inquest.change.DiffReading.SqlEdit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads what a diff can do: file by file, by its kind and its changed lines. */
public final class DiffReader {
  /** Longer lines are generated or packed; only their start is read. */
  private static final int MAX_LINE = 2_000;

  private static final Pattern NOT_WORD = Pattern.compile("[^A-Za-z0-9_]+");

  private final Set<Mechanism> mechanisms = EnumSet.noneOf(Mechanism.class);
  private final List<SqlEdit> sql = new ArrayList<>();
  private final NavigableSet<String> addedNames = new TreeSet<>();
  private final List<ValueChange> values = new ArrayList<>();

  private DiffReader() {}

  public static DiffReading read(String diff) {
    DiffReader reader = new DiffReader();
    UnifiedDiff.read(diff).forEach(reader::file);
    return new DiffReading(reader.mechanisms, reader.sql, reader.addedNames, reader.values);
  }

  private void file(DiffFile file) {
    switch (FileKind.of(file.path())) {
      case DOCUMENTATION -> mechanisms.add(Mechanism.DOCUMENTATION);
      case TEST -> mechanisms.add(Mechanism.TEST);
      case BUILD -> mechanisms.add(Mechanism.BUILD);
      case DEPENDENCIES -> mechanisms.add(Mechanism.DEPENDENCY_VERSION);
      case MIGRATION -> migration(file);
      case CONFIGURATION -> lines(file, Mechanism.CONFIG_VALUE);
      case CODE -> lines(file, Mechanism.OTHER_CODE);
    }
  }

  private void migration(DiffFile file) {
    String before = Literals.sqlFile(cut(file.before()));
    String after = Literals.sqlFile(cut(file.after()));
    if (StatementText.tokens(before).equals(StatementText.tokens(after))) {
      mechanisms.add(Mechanism.COMMENT);
      return;
    }
    boolean schema = Literals.isSchema(before) || Literals.isSchema(after);
    mechanisms.add(schema ? Mechanism.SCHEMA : Mechanism.SQL_QUERY);
    addSql(before, after);
    addNames(file);
  }

  private void lines(DiffFile file, Mechanism otherwise) {
    List<String> changed = new ArrayList<>(cut(file.changed(Side.ADDED)));
    changed.addAll(cut(file.changed(Side.REMOVED)));
    Set<Mechanism> found = CodeLines.read(changed, otherwise);
    String before = Literals.joined(cut(file.before()));
    String after = Literals.joined(cut(file.after()));
    if (addSql(before, after)) {
      found.remove(Mechanism.OTHER_CODE);
      found.add(Mechanism.SQL_QUERY);
    }
    mechanisms.addAll(found);
    addNames(file);
    addValues(file);
  }

  /** Compares the SQL of both sides, so that a predicate added to an old statement counts. */
  private boolean addSql(String before, String after) {
    List<String> old = StatementText.tokens(before);
    List<String> now = StatementText.tokens(after);
    boolean changed = (Literals.isSql(after) || Literals.isSql(before)) && !now.equals(old);
    if (changed) {
      sql.add(new SqlEdit(old, now));
    }
    return changed;
  }

  private void addNames(DiffFile file) {
    for (String line : cut(file.changed(Side.ADDED))) {
      NOT_WORD
          .splitAsStream(line)
          .map(word -> word.replace("_", "").toLowerCase(Locale.ROOT))
          .filter(word -> !word.isEmpty())
          .forEach(addedNames::add);
    }
  }

  private void addValues(DiffFile file) {
    List<String> removed = file.changed(Side.REMOVED);
    for (String added : file.changed(Side.ADDED)) {
      for (String old : removed) {
        ValueChange change = ValueChange.between(old, added);
        if (change != null) {
          values.add(change);
        }
      }
    }
  }

  private static List<String> cut(List<String> lines) {
    return lines.stream()
        .map(line -> line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE))
        .toList();
  }
}
