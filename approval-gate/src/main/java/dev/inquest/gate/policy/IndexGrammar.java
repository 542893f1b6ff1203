package dev.inquest.gate.policy;

import dev.inquest.gate.policy.SqlToken.Kind;
import java.util.Set;

/**
 * The only migration that is read: optionally the drop of a failed build's left-over, then one
 * index, both beside the running work, after a bound on waiting for locks.
 */
final class IndexGrammar {
  private static final Set<String> METHODS = Set.of("btree", "hash", "brin", "gin", "gist");
  private static final Set<String> OPERATOR_CLASSES =
      Set.of("text_pattern_ops", "varchar_pattern_ops", "bpchar_pattern_ops", "jsonb_path_ops");
  private static final Set<String> IMMUTABLE_FUNCTIONS = Set.of("lower", "upper");
  private static final int MAX_COLUMNS = 8;

  private final SqlCursor cursor;

  private IndexGrammar(SqlCursor cursor) {
    this.cursor = cursor;
  }

  static LintResult.Accepted read(SqlCursor cursor) {
    return new IndexGrammar(cursor).migration();
  }

  private LintResult.Accepted migration() {
    LockTimeout.read(cursor);
    String dropped = cursor.tryWords("drop") ? drop() : null;
    LintResult.Accepted created = create();
    if (dropped != null && !dropped.equals(droppable(created))) {
      throw cursor.refuse(
          "only the index created next may be dropped, by the same name and schema");
    }
    if (!cursor.done()) {
      throw cursor.refuse("nothing may follow the one index of a migration");
    }
    return created;
  }

  private String drop() {
    cursor.words("index", "concurrently", "if", "exists");
    String name = cursor.qualifiedName();
    cursor.symbol(";");
    return name;
  }

  /** An index lives in its table's schema. */
  private static String droppable(LintResult.Accepted created) {
    int dot = created.table().indexOf('.');
    return created.table().substring(0, dot + 1) + created.index();
  }

  private LintResult.Accepted create() {
    cursor.words("create");
    boolean unique = cursor.tryWords("unique");
    cursor.words("index", "concurrently");
    if (cursor.tryWords("if")) {
      throw cursor.refuse("IF NOT EXISTS would keep an invalid index of a failed build");
    }
    String index = cursor.name();
    cursor.words("on");
    String table = cursor.qualifiedName();
    if (table.startsWith("pg_") || table.startsWith("information_schema.")) {
      throw cursor.refuse("the database's own catalogue must not be touched");
    }
    if (cursor.tryWords("using") && !METHODS.contains(cursor.take("a method").text())) {
      throw cursor.refuse("unknown index method");
    }
    columns();
    if (cursor.tryWords("include")) {
      includedColumns();
    }
    if (cursor.tryWords("where")) {
      predicate();
    }
    cursor.symbol(";");
    return new LintResult.Accepted(index, table, unique);
  }

  private void columns() {
    cursor.symbol("(");
    int count = 0;
    do {
      column();
      count++;
    } while (cursor.trySymbol(","));
    cursor.symbol(")");
    if (count > MAX_COLUMNS) {
      throw cursor.refuse("an index may have at most " + MAX_COLUMNS + " columns");
    }
  }

  private void column() {
    boolean wrapped = cursor.trySymbol("(");
    String name = cursor.name();
    if (cursor.trySymbol("(")) {
      if (!IMMUTABLE_FUNCTIONS.contains(name)) {
        throw cursor.refuse("only lower(column) and upper(column) may be indexed as expressions");
      }
      cursor.name();
      cursor.symbol(")");
    }
    if (wrapped) {
      cursor.symbol(")");
    }
    for (String operators : OPERATOR_CLASSES) {
      cursor.tryWords(operators);
    }
    if (!cursor.tryWords("asc")) {
      cursor.tryWords("desc");
    }
    if (cursor.tryWords("nulls") && !cursor.tryWords("first")) {
      cursor.words("last");
    }
  }

  private void includedColumns() {
    cursor.symbol("(");
    do {
      cursor.name();
    } while (cursor.trySymbol(","));
    cursor.symbol(")");
  }

  private void predicate() {
    do {
      cursor.name();
      if (cursor.tryWords("is")) {
        cursor.tryWords("not");
        if (!cursor.tryWords("null") && !cursor.tryWords("true")) {
          cursor.words("false");
        }
      } else {
        comparison();
      }
    } while (cursor.tryWords("and"));
  }

  private void comparison() {
    if (!cursor.trySymbol("=")) {
      boolean less = cursor.trySymbol("<");
      if (less && cursor.trySymbol(">")) {
        literal();
        return;
      }
      if (!less) {
        cursor.symbol(">");
      }
      cursor.trySymbol("=");
    }
    literal();
  }

  private void literal() {
    cursor.trySymbol("-");
    SqlToken token = cursor.take("a value");
    boolean truth = token.is(Kind.WORD, "true") || token.is(Kind.WORD, "false");
    if (!truth && token.kind() != Kind.STRING && token.kind() != Kind.NUMBER) {
      throw cursor.refuse("a condition may only compare a column with a plain value");
    }
  }
}
