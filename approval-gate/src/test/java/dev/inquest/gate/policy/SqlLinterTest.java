package dev.inquest.gate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlLinterTest {
  private static final String LOCK = "SET lock_timeout = '5s';\n";
  private static final String DROP = "DROP INDEX CONCURRENTLY IF EXISTS i;\n";
  private static final String CREATE = "CREATE INDEX CONCURRENTLY i ON t (c);\n";

  private final SqlLinter linter = new SqlLinter(false);

  static Stream<Arguments> hostile() {
    return Stream.of(
        at("nothing", ""),
        at("only comments", "-- nothing\n/* here */"),
        at("no lock_timeout", CREATE),
        at("lock_timeout after the index", CREATE + LOCK),
        at("no limit on waiting", "SET lock_timeout = 0;\n" + CREATE),
        at("over a minute", "SET lock_timeout = '61s';\n" + CREATE),
        at("hours", "SET lock_timeout = '1h';\n" + CREATE),
        at("default", "SET lock_timeout TO DEFAULT;\n" + CREATE),
        at("another setting", "SET statement_timeout = '5s';\n" + CREATE),
        at("two settings", LOCK + "SET search_path = evil;\n" + CREATE),
        at("set role", LOCK + "SET ROLE postgres;\n" + CREATE),
        at("not concurrently", LOCK + "CREATE INDEX i ON t (c);"),
        at("if not exists", LOCK + "CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (c);"),
        at("no name", LOCK + "CREATE INDEX CONCURRENTLY ON t (c);"),
        at("unique", LOCK + "CREATE UNIQUE INDEX CONCURRENTLY i ON t (c);"),
        at("two indexes", LOCK + CREATE + CREATE),
        at("a statement after", LOCK + CREATE + "DROP TABLE t;"),
        at("a statement before", "DROP TABLE t;" + LOCK + CREATE),
        at("a statement between", LOCK + "DELETE FROM t;" + CREATE),
        at("a second empty statement", LOCK + CREATE + ";"),
        at("no semicolon", LOCK + "CREATE INDEX CONCURRENTLY i ON t (c)"),
        at("drop of another name", LOCK + "DROP INDEX CONCURRENTLY IF EXISTS j;" + CREATE),
        at("drop in another case", LOCK + "DROP INDEX CONCURRENTLY IF EXISTS \"I\";" + CREATE),
        at("drop in another schema", LOCK + "DROP INDEX CONCURRENTLY IF EXISTS s.i;" + CREATE),
        at("drop of two", LOCK + "DROP INDEX CONCURRENTLY IF EXISTS i, j;" + CREATE),
        at("drop cascading", LOCK + "DROP INDEX CONCURRENTLY IF EXISTS i CASCADE;" + CREATE),
        at("drop under lock", LOCK + "DROP INDEX IF EXISTS i;" + CREATE),
        at("drop alone", LOCK + DROP),
        at("drop twice", LOCK + DROP + DROP + CREATE),
        at("drop of a table", LOCK + "DROP TABLE IF EXISTS i;" + CREATE),
        at("the catalogue", LOCK + "CREATE INDEX CONCURRENTLY i ON pg_catalog.pg_class (relname);"),
        at("quoted catalogue", LOCK + "CREATE INDEX CONCURRENTLY i ON \"pg_class\" (relname);"),
        at("a function", LOCK + "CREATE INDEX CONCURRENTLY i ON t (evil(c));"),
        at("a subquery", LOCK + "CREATE INDEX CONCURRENTLY i ON t ((SELECT 1));"),
        at(
            "a function in the predicate",
            LOCK + "CREATE INDEX CONCURRENTLY i ON t (c) WHERE evil(c);"),
        at("a cast", LOCK + "CREATE INDEX CONCURRENTLY i ON t ((c::evil));"),
        at("storage", LOCK + "CREATE INDEX CONCURRENTLY i ON t (c) WITH (fillfactor = 10);"),
        at("a tablespace", LOCK + "CREATE INDEX CONCURRENTLY i ON t (c) TABLESPACE evil;"),
        at("an unknown method", LOCK + "CREATE INDEX CONCURRENTLY i ON t USING evil (c);"),
        at("nine columns", LOCK + "CREATE INDEX CONCURRENTLY i ON t (a,b,c,d,e,f,g,h,j);"),
        at("dollar quoting", LOCK + "DO $$ BEGIN DROP TABLE t; END $$;" + CREATE),
        at("tagged dollar quoting", LOCK + "DO $x$ DROP $x$;" + CREATE),
        at("a dollar name", LOCK + "CREATE INDEX CONCURRENTLY i$x ON t (c);"),
        at("unclosed comment", LOCK + CREATE + "/* DROP TABLE t;"),
        at("nested comment", LOCK + "/* /* */ DROP TABLE t; */" + CREATE),
        at("comment that ends early", LOCK + "-- harmless\rDROP TABLE t;\n" + CREATE),
        at("form feed in a comment", LOCK + "-- harmless\fDROP TABLE t;\n" + CREATE),
        at("carriage return in a block comment", LOCK + "/* a\rb */" + CREATE),
        at("a placeholder", LOCK + "CREATE INDEX CONCURRENTLY i ON ${schema}.t (c);"),
        at("a placeholder in a comment", LOCK + "-- ${evil}\n" + CREATE),
        at("psql shell", LOCK + "\\! id\n" + CREATE),
        at("psql include", "\\i /etc/passwd\n" + LOCK + CREATE),
        at("psql in a comment", LOCK + "-- \\! id\n" + CREATE),
        at("psql variable", LOCK + "CREATE INDEX CONCURRENTLY :evil ON t (c);"),
        at("escape string", LOCK + "CREATE INDEX CONCURRENTLY i ON t (c) WHERE c = E'\\x';"),
        at("unicode name", LOCK + "CREATE INDEX CONCURRENTLY U&\"\\0069\" ON t (c);"),
        at("unicode string", LOCK + "CREATE INDEX CONCURRENTLY i ON t (c) WHERE c = U&'x';"),
        at("doubled quote", LOCK + "CREATE INDEX CONCURRENTLY i ON t (c) WHERE c = 'a''b';"),
        at("joined strings", LOCK + "CREATE INDEX CONCURRENTLY i ON t (c) WHERE c = 'a'\n'b';"),
        at("quote over lines", LOCK + "CREATE INDEX CONCURRENTLY i ON t (c) WHERE c = 'a\n';"),
        at("open quote", LOCK + "CREATE INDEX CONCURRENTLY i ON t (c) WHERE c = 'a;"),
        at("quoted injection", LOCK + "CREATE INDEX CONCURRENTLY \"i\"\"; DROP\" ON t (c);"),
        at("a homoglyph", LOCK + "CREATE INDEX CONCURRENTLY \u0456 ON t (c);"),
        at("full-width semicolon", LOCK + "CREATE INDEX CONCURRENTLY i ON t (c)\uff1b"),
        at("no-break space", LOCK + "CREATE INDEX\u00a0CONCURRENTLY i ON t (c);"),
        at("NUL", LOCK + "CREATE INDEX CONCURRENTLY i\u0000 ON t (c);"),
        at("NUL in a comment", LOCK + "-- \u0000\n" + CREATE),
        at("byte order mark", "\ufeff" + LOCK + CREATE),
        at("reserved name", LOCK + "CREATE INDEX CONCURRENTLY table ON t (c);"),
        at("copy", LOCK + "COPY t FROM PROGRAM 'id';" + CREATE),
        at("begin", "BEGIN;" + LOCK + CREATE + "COMMIT;"),
        at("too many tokens", LOCK + "(".repeat(600)),
        at("too long", LOCK + "-- " + "x".repeat(8_000) + "\n" + CREATE));
  }

  private static Arguments at(String name, String sql) {
    return Arguments.of(name, sql);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void refuses(String name, String sql) {
    assertThat(linter.lint(sql)).as(name).isInstanceOf(LintResult.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LOCK + CREATE,
        LOCK + DROP + CREATE,
        "-- Why: orders are looked up by customer (\u00fc).\n" + LOCK + "/* two\nlines */" + CREATE,
        "set lock_timeout to 5000;\ncreate index concurrently i on t (c);",
        "SET lock_timeout = '1min';\n" + CREATE,
        LOCK + "CREATE INDEX CONCURRENTLY i ON s.t USING gin (c jsonb_path_ops);",
        LOCK
            + "CREATE INDEX CONCURRENTLY i ON t (lower(c), d DESC NULLS LAST) INCLUDE (e)"
            + " WHERE d IS NOT NULL AND e >= -1;",
        LOCK + "DROP INDEX CONCURRENTLY IF EXISTS s.i; CREATE INDEX CONCURRENTLY i ON s.t (c);",
        LOCK + "CREATE INDEX CONCURRENTLY \"MixedCase\" ON \"Orders\" (\"Customer\");"
      })
  void acceptsOneIndexBesideTheRunningWork(String sql) {
    assertThat(linter.lint(sql)).isInstanceOf(LintResult.Accepted.class);
  }

  @Test
  void aUniqueIndexIsForThePolicyToAllow() {
    String sql = LOCK + "CREATE UNIQUE INDEX CONCURRENTLY i ON t (c);";
    assertThat(new SqlLinter(true).lint(sql)).isEqualTo(new LintResult.Accepted("i", "t", true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "executeInTransaction=true",
        "executeInTransaction=false\nshouldExecute=false",
        "executeInTransaction = false",
        "#executeInTransaction=false",
        "executeInTransaction=false\nplaceholderReplacement=true",
        "executeintransaction=false"
      })
  void theSettingsSayOneThingOnly(String conf) {
    assertThat(linter.lintSettings(conf, new LintResult.Accepted("i", "t", false)))
        .isInstanceOf(LintResult.Refused.class);
  }
}
