package dev.inquest.connectors.postgresql.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from orders o where o.status = $1 and o.x in ($2 /*, ... */) limit $3",
        "SELECT a ->> $1 FROM t WHERE c @> $2::jsonb AND d = ANY($3)",
        "SELECT * FROM \"We\"\"ird\".\"T x;\" WHERE \"a;b\" = $1",
        "SELECT x FROM t WHERE (a, b) > ($1, $2) ORDER BY a NULLS LAST FETCH FIRST $3 ROWS ONLY",
        "SELECT count(*) FILTER (WHERE x = $1) OVER (PARTITION BY y ORDER BY z) FROM t",
        "SELECT cast($1 AS int), x::text FROM t WHERE x SIMILAR TO $2 AND y ~ $3 AND z ILIKE $4",
        "SELECT a FROM t WHERE EXISTS (SELECT $1 FROM u WHERE u.id = t.id)",
        "SELECT a FROM t LEFT JOIN u USING (id) WHERE t.b IS NOT NULL AND NOT u.c",
        "WITH d AS (SELECT id FROM t WHERE a < $1) SELECT * FROM d JOIN t ON t.id = d.id",
        "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < $1) SELECT * FROM r",
        "SELECT a FROM t UNION ALL (SELECT b FROM u) EXCEPT SELECT c FROM v ORDER BY 1 LIMIT $1 OFFSET $2",
        "SELECT CASE WHEN x = $1 THEN $2 ELSE lower(y) END FROM t GROUP BY x, y HAVING count(*) > $3",
        "SELECT DISTINCT ON (a) a, b FROM t, LATERAL (SELECT 1 AS q) l ORDER BY a, b DESC",
        "SELECT ARRAY[$1, $2], array(SELECT 1), x[1], (a || b) FROM t",
        "SELECT date_trunc($1, created_at) AS day, sum(total) FROM orders GROUP BY 1",
        "SELECT x AT TIME ZONE $1, -y, extract(year FROM z) FROM t WHERE current_timestamp > z",
        "SELECT coalesce(a, $1), trim(both $2 from b), substring(c from $3 for $4) FROM t",
        "SELECT g.n FROM generate_series($1, $2) AS g (n)",
        "SELECT sum(x) OVER (ORDER BY y ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM t",
        "SELECT * FROM (VALUES ($1, $2)) AS v (a, b)",
        "SELECT t.*, u.a IS DISTINCT FROM $1 FROM t CROSS JOIN u WHERE a <> $2 AND b IS TRUE",
      })
  void whatOnlyReadsIsRead(String text) {
    assertThat(StatementReader.readSelect(text).sql()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1; DROP TABLE t",
        "SELECT 1; SELECT 2",
        "DROP TABLE t",
        "DELETE FROM t",
        "UPDATE t SET a = $1",
        "INSERT INTO t VALUES ($1)",
        "MERGE INTO t USING u ON t.id = u.id WHEN MATCHED THEN DELETE",
        "WITH d AS (DELETE FROM t RETURNING *) SELECT * FROM d",
        "WITH d AS (UPDATE t SET a = 1 RETURNING *) SELECT * FROM d",
        "WITH d AS (INSERT INTO t VALUES (1) RETURNING *) SELECT * FROM d",
        "SELECT * FROM u WHERE id IN (WITH d AS (DELETE FROM t RETURNING id) SELECT id FROM d)",
        "SELECT x INTO y FROM z",
        "SELECT * FROM t FOR UPDATE",
        "SELECT * FROM t FOR SHARE SKIP LOCKED",
        "SELECT * FROM (SELECT * FROM t FOR UPDATE) s",
        "EXPLAIN ANALYZE DELETE FROM t",
        "COPY t TO PROGRAM 'rm'",
        "CALL p($1)",
        "DO $$BEGIN DELETE FROM t; END$$",
        "SELECT $x$ ; DROP TABLE t; $x$",
        "SELECT 'a\\'; DROP TABLE t; --'",
        "SELECT E'\\''; DROP TABLE t; --'",
        "SELECT 1 /* ; */ ; /* */ DROP TABLE t",
        "SELECT 1 -- \n; DROP TABLE t",
        "SELECT 'open",
        "SELECT \"open",
        "SELECT * FROM other.public.t",
        "BEGIN",
        "SET ROLE postgres",
        "PREPARE x AS SELECT 1",
        "EXECUTE x",
        "VACUUM t",
        "GRANT ALL ON t TO PUBLIC",
        "",
        "   ",
        ";",
        "SELECT ? FROM t",
        "SELECT :name FROM t",
        "not sql at all",
        "SELECT \0",
      })
  void whatMightDoMoreIsRefused(String text) {
    assertThatThrownBy(() -> StatementReader.readSelect(text))
        .isInstanceOf(UnreadableStatementException.class);
  }

  @Test
  void deepAndLongTextsAreRefusedInTime() {
    String deep = "SELECT " + "(".repeat(5_000) + "1" + ")".repeat(5_000);
    assertThatThrownBy(() -> StatementReader.readSelect(deep))
        .isInstanceOf(UnreadableStatementException.class);
    String longText = "SELECT " + "a, ".repeat(20_000) + "a FROM t";
    assertThatThrownBy(() -> StatementReader.readSelect(longText))
        .isInstanceOf(UnreadableStatementException.class)
        .hasMessageContaining("longer than");
  }

  @Test
  void typedLiteralsBecomeCasts() {
    assertThat(
            StatementReader.readSelect(
                    "SELECT a FROM t WHERE b > now() - interval $1 AND c = date $2 AND d <"
                        + " timestamp with time zone $3 AND e > now() - INTERVAL $4 DAY TO SECOND")
                .sql())
        .contains("$1::interval", "$2::date", "$3::timestamp with time zone", "$4::INTERVAL")
        .doesNotContainIgnoringCase("interval $")
        .doesNotContain("DAY TO");
  }

  @Test
  void aTypedLiteralWithinQuotesIsLeftAlone() {
    assertThat(
            StatementReader.readSelect("SELECT \"interval $1\" FROM t WHERE a = 'date $2'").sql())
        .contains("\"interval $1\"", "'date $2'");
  }

  @Test
  void functionsAreFoundWhereverTheyHide() {
    RecordedStatement read =
        StatementReader.readSelect(
            "SELECT count(*) FILTER (WHERE f1(x)), sum(a) OVER (ORDER BY f2(b)), pg_catalog.lower(c),"
                + " \"F3\"(d), CASE WHEN f4(e) THEN 1 END, ARRAY[f5(1)] FROM f6(1) g JOIN t ON f7(t.id)"
                + " WHERE EXISTS (SELECT f8()) GROUP BY f9(h) HAVING f10(i) ORDER BY f11(j) LIMIT f12(1)");
    assertThat(read.functions())
        .contains(
            "count",
            "sum",
            "pg_catalog.lower",
            "F3",
            "f1",
            "f2",
            "f4",
            "f5",
            "f6",
            "f7",
            "f8",
            "f9",
            "f10",
            "f11",
            "f12");
  }

  @Test
  void theHighestParameterCounts() {
    assertThat(StatementReader.readSelect("SELECT $2, $11 FROM t WHERE a = $3").parameters())
        .isEqualTo(11);
  }

  @Test
  void refusedTextsLeaveNoThreadBehind() {
    int before = Thread.activeCount();
    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(() -> StatementReader.readSelect("SELECT FROM WHERE ((("))
          .isInstanceOf(UnreadableStatementException.class);
    }
    assertThat(Thread.activeCount()).isLessThanOrEqualTo(before + 2);
  }
}
