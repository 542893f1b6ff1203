package dev.inquest.change;

import dev.inquest.change.DiffFile.Line;
import dev.inquest.change.DiffFile.Side;
import dev.inquest.change.DiffReading.SqlEdit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads what a diff can do: file by file, by its kind and its changed lines. */
public final class DiffReader {
  /** Longer lines are generated or packed; only their start is read. */
  private static final int MAX_LINE = 2_000;

  /** Of a larger change the rest says no more. */
  private static final int MAX_LINES = 4_000;

  private static final Pattern HEADING = Pattern.compile("\\s*[\"']?[\\w.-]+[\"']?\\s*:\\s*");
  private static final Pattern BRACKETS = Pattern.compile("[\\s{}()\\[\\];,]*");

  private final Set<Mechanism> mechanisms = EnumSet.noneOf(Mechanism.class);
  private final List<SqlEdit> sql = new ArrayList<>();
  private final NavigableSet<String> addedNames = new TreeSet<>();
  private final NavigableSet<String> names = new TreeSet<>();
  private final List<ValueChange> values = new ArrayList<>();
  private final List<Trait> traits = new ArrayList<>();

  private DiffReader() {}

  public static DiffReading read(String diff) {
    return read(diff, List.of());
  }

  /**
   * @param paths the files that the change is said to touch: its diff may not name them
   */
  public static DiffReading read(String diff, List<String> paths) {
    DiffReader reader = new DiffReader();
    UnifiedDiff.read(diff, paths).forEach(reader::file);
    reader.traits.forEach(trait -> reader.mechanisms.add(trait.mechanism()));
    return new DiffReading(
        reader.mechanisms,
        reader.sql,
        reader.addedNames,
        reader.values,
        reader.traits,
        reader.names);
  }

  /** What can be said of a change whose text is not known: only that nothing of it runs. */
  public static DiffReading ofPaths(List<String> paths) {
    DiffReader reader = new DiffReader();
    boolean runs = paths.stream().anyMatch(path -> FileKind.of(path).runs());
    if (!runs) {
      paths.forEach(path -> reader.file(new DiffFile(path, false, false, List.of())));
    }
    return new DiffReading(
        reader.mechanisms, List.of(), new TreeSet<>(), List.of(), List.of(), new TreeSet<>());
  }

  private void file(DiffFile whole) {
    DiffFile file = cut(whole);
    switch (FileKind.of(file.path())) {
      case DOCUMENTATION -> mechanisms.add(Mechanism.DOCUMENTATION);
      case STYLE -> mechanisms.add(Mechanism.STYLE);
      case TEST -> mechanisms.add(Mechanism.TEST);
      case BUILD -> mechanisms.add(Mechanism.BUILD);
      case OTHER_ENVIRONMENT -> mechanisms.add(Mechanism.OTHER_ENVIRONMENT);
      case DEPENDENCIES -> traits.addAll(DependencyTraits.read(file));
      case MIGRATION -> migration(file);
      case CONFIGURATION -> lines(file, Mechanism.CONFIG_VALUE);
      case CODE -> lines(file, Mechanism.OTHER_CODE);
    }
    if (FileKind.of(file.path()).runs()) {
      addNames(file);
    }
  }

  private void migration(DiffFile file) {
    String before = Literals.sqlFile(file.before());
    String after = Literals.sqlFile(file.after());
    if (StatementText.tokens(before).equals(StatementText.tokens(after))) {
      mechanisms.add(Mechanism.COMMENT);
      return;
    }
    boolean schema = Literals.isSchema(before) || Literals.isSchema(after);
    mechanisms.add(schema ? Mechanism.SCHEMA : Mechanism.SQL_QUERY);
    if (schema) {
      traits.addAll(SchemaTraits.read(after, file.path()));
    }
    addSql(before, after);
  }

  private void lines(DiffFile file, Mechanism otherwise) {
    DiffFile quiet = withoutMessages(file);
    List<String> removed = quiet.changed(Side.REMOVED);
    List<String> added = quiet.changed(Side.ADDED);
    if (MovedCode.only(removed, added)) {
      mechanisms.add(Mechanism.MOVED_CODE);
      return;
    }
    boolean configuration = otherwise == Mechanism.CONFIG_VALUE;
    ValueTraits valued = new ValueTraits(file.path(), configuration);
    CodeTraits code = new CodeTraits(file.path());
    for (DiffBlock block : DiffBlock.of(quiet)) {
      valued.read(block);
      traits.addAll(ContractTraits.read(block, file.path()));
      if (!configuration) {
        code.read(block);
      }
    }
    traits.addAll(valued.traits());
    traits.addAll(code.traits());
    if (!configuration) {
      traits.addAll(RetentionTraits.read(quiet));
    }
    mentions(quiet, otherwise, valued.covered());
    statements(quiet);
    addValues(quiet);
  }

  /** What SQL the program holds, on both sides. */
  private void statements(DiffFile file) {
    String before = Literals.joined(file.before());
    String after = Literals.joined(file.after());
    if (addSql(before, after)) {
      traits.removeIf(
          trait -> trait.mechanism() == Mechanism.OTHER_CODE && trait.path().equals(file.path()));
      Direction direction = Literals.isSql(before) ? Direction.CHANGED : Direction.ADDED;
      traits.add(Trait.structure(Mechanism.SQL_QUERY, direction, "", file.path()));
    }
  }

  private void mentions(DiffFile file, Mechanism otherwise, Set<String> covered) {
    int open = 0;
    Set<String> said = new HashSet<>();
    for (Line line : file.lines()) {
      String text = line.text();
      if (line.side() == Side.CONTEXT
          || covered.contains(text)
          || BRACKETS.matcher(text).matches()
          || (!covered.isEmpty() && isHeading(text, otherwise))) {
        open = line.side() == Side.CONTEXT ? 0 : open;
        continue;
      }
      Mechanism about = open > 0 ? Mechanism.TELEMETRY : CodeLines.about(text, otherwise);
      open = about == Mechanism.TELEMETRY ? Math.max(0, open + depth(text)) : 0;
      Direction direction = line.side() == Side.ADDED ? Direction.ADDED : Direction.REMOVED;
      if (said.add(about + " " + direction)) {
        traits.add(Trait.mention(about, direction, "", file.path()));
      }
    }
  }

  /** What only says that settings follow is told by those. */
  private static boolean isHeading(String line, Mechanism otherwise) {
    return otherwise == Mechanism.CONFIG_VALUE && HEADING.matcher(line).matches();
  }

  private static int depth(String line) {
    int depth = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
    }
    return depth;
  }

  /** The file without changed comments and messages; these are noted. */
  private DiffFile withoutMessages(DiffFile file) {
    List<Line> kept = new ArrayList<>();
    Set<Side> afterLog = EnumSet.noneOf(Side.class);
    for (Line line : file.lines()) {
      boolean message = CodeLines.isMessage(line.text(), afterLog.contains(line.side()));
      boolean comment = CodeLines.isComment(line.text());
      boolean style = CodeLines.isStyle(line.text(), file.path());
      if (line.side() == Side.CONTEXT || !(message || comment || style)) {
        kept.add(line);
      } else {
        mechanisms.add(comment ? Mechanism.COMMENT : style ? Mechanism.STYLE : Mechanism.LOG_TEXT);
      }
      if (message) {
        afterLog.add(line.side());
      } else {
        afterLog.remove(line.side());
      }
    }
    return new DiffFile(file.path(), file.created(), file.deleted(), kept);
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
    for (Line line : file.lines()) {
      if (line.side() != Side.CONTEXT || !line.text().isBlank()) {
        names.addAll(Words.names(line.text()));
      }
    }
    for (String line : file.changed(Side.ADDED)) {
      Words.names(line).stream().map(Words::folded).forEach(addedNames::add);
    }
    addedNames.remove("");
    names.add(file.path().substring(file.path().lastIndexOf('/') + 1));
  }

  private void addValues(DiffFile file) {
    for (DiffBlock block : DiffBlock.of(file)) {
      for (String added : block.added()) {
        for (String old : block.removed()) {
          ValueChange change = ValueChange.between(old, added);
          if (change != null) {
            values.add(change);
          }
        }
      }
    }
  }

  private static DiffFile cut(DiffFile file) {
    return new DiffFile(
        file.path(),
        file.created(),
        file.deleted(),
        file.lines().stream()
            .limit(MAX_LINES)
            .map(line ->
                line.text().length() <= MAX_LINE
                    ? line
                    : new Line(line.side(), line.text().substring(0, MAX_LINE)))
            .toList());
  }
}
