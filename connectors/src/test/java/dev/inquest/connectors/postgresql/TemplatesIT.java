package dev.inquest.connectors.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.ProbeQuery;
import dev.inquest.kit.FakeBaselineStore;
import dev.inquest.kit.SettableClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each template on 200,000 rows. */
class TemplatesIT {
  private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
  private static final String BY_CUSTOMER =
      "SELECT o.id, o.total FROM orders o WHERE o.customer_id = ? AND o.status IN (?, ?)"
          + " AND o.created_at > now() - interval '1 hour' LIMIT 5";
  private static final String JOINED =
      "SELECT c.email, sum(o.total) FROM customers c JOIN orders o ON o.customer_id = c.id"
          + " WHERE lower(c.email) LIKE ? AND o.created_at BETWEEN ? AND ? GROUP BY c.email";

  private static TestDatabase database;
  private static Targets targets;
  private static PostgresProbe probe;
  private static SettableClock clock;

  @BeforeAll
  static void connect() throws Exception {
    database = WitnessServer.shared().database().withOrders();
    clock = new SettableClock(START);
    targets = database.targets(new FakeBaselineStore(), clock);
    probe = new PostgresProbe(targets.all(), PostgresAutoConfiguration.templates(), clock);
    for (int i = 0; i < 4; i++) {
      sample();
      database.run(10, "SELECT total FROM orders WHERE id = ?", 17L);
    }
    sample();
    for (int i = 0; i < 3; i++) {
      database.run(5, BY_CUSTOMER, 17L, "new", "paid");
      database.run(10, "SELECT total FROM orders WHERE id = ?", 17L);
      sample();
    }
  }

  @AfterAll
  static void close() {
    targets.close();
  }

  @Test
  void aNewSlowStatementLeadsTheShift() {
    ProbeAnswer shift = ask("statement-shift", window());
    assertThat(shift.error()).isNull();
    assertThat(shift.grade()).isEqualTo("observed");
    assertThat(text(shift, 0, "query")).contains("o.customer_id = $1");
    assertThat(shift.cell(0, "is_new")).isEqualTo(true);
    assertThat(shift.cell(0, "calls_per_s_before")).isEqualTo(0.0);
    assertThat((Double) shift.cell(0, "calls_per_s_after")).isEqualTo(15 / 30.0);
    assertThat(shift.cell(0, "mean_ms_before")).isNull();
    assertThat((Double) shift.cell(0, "mean_ms_after")).isPositive();
    assertThat((Double) shift.cell(0, "blocks_per_call_after")).isGreaterThan(1_000);
    int known = rowOf(shift, "query", "SELECT total FROM orders WHERE id = $1");
    assertThat(shift.cell(known, "is_new")).isEqualTo(false);
    assertThat((Double) shift.cell(known, "calls_per_s_before")).isEqualTo(1.0);
  }

  @Test
  void theTableThatIsReadWholeLeadsTheScans() {
    ProbeAnswer shift = ask("scan-shift", window());
    assertThat(shift.error()).isNull();
    assertThat(shift.cell(0, "table")).isEqualTo("orders");
    assertThat(shift.cell(0, "seq_scans_per_s_before")).isEqualTo(0.0);
    assertThat((Double) shift.cell(0, "seq_scans_per_s_after")).isPositive();
    assertThat((Double) shift.cell(0, "seq_rows_per_s_after")).isPositive();
  }

  @Test
  void withoutSamplesThereIsNoBaseline() {
    Instant past = START.minus(Duration.ofDays(3));
    ProbeAnswer shift =
        ask(
            "statement-shift",
            Map.of(
                "from", past.toString(),
                "split", past.plusSeconds(40).toString(),
                "to", past.plusSeconds(70).toString()));
    assertThat(shift.error()).isEqualTo("untestable (no baseline)");
  }

  @Test
  void thePlanOfTheRecordedStatementIsASequentialScan() throws Exception {
    ProbeAnswer plan =
        ask("statement-plan", Map.of("query_id", database.statementId("%o.customer_id = $1%")));
    assertThat(plan.error()).isNull();
    assertThat(plan.grade()).isEqualTo("planned");
    int scan = rowOf(plan, "relation", "orders");
    assertThat(text(plan, scan, "node_type")).endsWith("Seq Scan");
    assertThat(text(plan, scan, "filter")).contains("customer_id = $1");
    assertThat((Double) plan.cell(scan, "total_cost")).isGreaterThan(1_000);
    assertThat(plan.cell(0, "depth")).isEqualTo(0L);
  }

  @Test
  void thePredicatesNameTableColumnAndOperator() throws Exception {
    String id = database.statementId("%o.customer_id = $1%");
    ProbeAnswer predicates = ask("statement-predicates", Map.of("query_id", id));
    assertThat(predicates.error()).isNull();
    assertThat(predicates.rows())
        .containsExactly(
            Arrays.asList("orders", "customer_id", "=", null),
            Arrays.asList("orders", "status", "in", null),
            Arrays.asList("orders", "created_at", ">", null));
  }

  @Test
  void joinsAndFunctionsAreSeenInPredicates() throws Exception {
    database.run(1, JOINED, "c1%", Timestamp.from(START), Timestamp.from(START));
    String id = database.statementId("%JOIN orders o%");
    ProbeAnswer predicates = ask("statement-predicates", Map.of("query_id", id));
    assertThat(predicates.rows())
        .containsExactlyInAnyOrder(
            Arrays.asList("orders", "customer_id", "=", null),
            Arrays.asList("customers", "id", "=", null),
            Arrays.asList("customers", "email", "like", "lower"),
            Arrays.asList("orders", "created_at", "between", null));
    assertThat(ask("statement-plan", Map.of("query_id", id)).error()).isNull();
  }

  @Test
  void factsOfATableComeFromTheCatalogue() {
    ProbeAnswer facts = ask("table-facts", Map.of("table", "orders"));
    assertThat(facts.cell(0, "table")).isEqualTo("orders");
    assertThat(facts.cell(0, "row_estimate")).isEqualTo(200_000L);
    assertThat((Long) facts.cell(0, "total_bytes")).isGreaterThan(10_000_000);
    assertThat(text(facts, 0, "last_analyze")).endsWith("Z");
  }

  @Test
  void indexesAndColumnsAreListed() {
    ProbeAnswer indexes = ask("table-indexes", Map.of("table", "orders"));
    assertThat(indexes.rows()).hasSize(1);
    assertThat(indexes.cell(0, "columns")).isEqualTo("id");
    assertThat(indexes.cell(0, "is_unique")).isEqualTo(true);
    ProbeAnswer columns = ask("table-columns", Map.of("table", "public.orders"));
    assertThat(columns.rows()).hasSize(6);
    int status = rowOf(columns, "column", "status");
    assertThat(columns.cell(status, "type")).isEqualTo("text");
    assertThat(columns.cell(status, "n_distinct")).isEqualTo(4.0);
    assertThat((Double) columns.cell(status, "top_frequency")).isBetween(0.2, 0.3);
  }

  @Test
  void activityAndSettingsAreShownWithoutRows() {
    assertThat(ask("connections", Map.of()).error()).isNull();
    assertThat(ask("locks", Map.of()).rows()).isEmpty();
    ProbeAnswer settings = ask("settings", Map.of());
    assertThat(settings.cell(rowOf(settings, "name", "max_connections"), "value")).isEqualTo("60");
  }

  private static void sample() {
    targets.all().getFirst().baseline().sample();
    clock.advance(Duration.ofSeconds(10));
  }

  private static Map<String, String> window() {
    return Map.of(
        "from", START.toString(),
        "split", START.plusSeconds(40).toString(),
        "to", START.plusSeconds(70).toString());
  }

  private static ProbeAnswer ask(String template, Map<String, String> parameters) {
    return probe.ask(ProbeQuery.of(template, "shop", parameters));
  }

  private static String text(ProbeAnswer answer, int row, String column) {
    return String.valueOf(answer.cell(row, column));
  }

  private static int rowOf(ProbeAnswer answer, String column, String value) {
    List<Integer> rows =
        IntStream.range(0, answer.rows().size())
            .filter(i -> value.equals(answer.cell(i, column)))
            .boxed()
            .toList();
    assertThat(rows).as(column + " = " + value + " in " + answer.rows()).isNotEmpty();
    return rows.getFirst();
  }
}
