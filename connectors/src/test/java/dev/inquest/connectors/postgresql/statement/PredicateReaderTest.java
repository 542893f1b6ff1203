package dev.inquest.connectors.postgresql.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PredicateReaderTest {
  private static final KnownTable ORDERS =
      new KnownTable("orders", Set.of("id", "customer_id", "status", "total", "Odd Name"));
  private static final KnownTable CUSTOMERS =
      new KnownTable("sales.customers", Set.of("id", "email"));
  private static final Map<TableRef, KnownTable> CATALOGUE =
      Map.of(
          new TableRef(null, "orders"), ORDERS,
          new TableRef("sales", "customers"), CUSTOMERS);

  @Test
  void comparisonsAreReadFromEitherSide() {
    assertThat(read("SELECT 1 FROM orders WHERE status = $1 AND $2 < total AND id <> $3"))
        .containsExactly("orders.status =", "orders.total >", "orders.id other");
  }

  @Test
  void aliasesStandForTheirTables() {
    assertThat(
            read(
                "SELECT 1 FROM orders AS o JOIN sales.customers c ON c.id = o.customer_id WHERE"
                    + " o.status = $1 AND email LIKE $2"))
        .containsExactly(
            "sales.customers.id =",
            "orders.customer_id =",
            "orders.status =",
            "sales.customers.email like");
  }

  @Test
  void anUnqualifiedColumnOfTwoTablesIsNotGuessed() {
    assertThat(read("SELECT 1 FROM orders, sales.customers WHERE id = $1")).isEmpty();
  }

  @Test
  void wrappedColumnsNameTheirWrapper() {
    assertThat(
            read(
                "SELECT 1 FROM orders WHERE lower(status) = $1 AND total::text = $2 AND id + 1 > $3"))
        .containsExactly("orders.status = lower", "orders.total = cast", "orders.id > expression");
  }

  @Test
  void listsRangesAndPatterns() {
    assertThat(
            read(
                "SELECT 1 FROM orders WHERE status IN ($1, $2) AND id = ANY ($3) AND total BETWEEN $4"
                    + " AND $5 AND status NOT LIKE $6 AND status ILIKE $7"))
        .containsExactly(
            "orders.status in", "orders.id in", "orders.total between", "orders.status other");
  }

  @Test
  void oneColumnOredIsAList() {
    assertThat(read("SELECT 1 FROM orders WHERE status = $1 OR status = $2"))
        .containsExactly("orders.status in");
    assertThat(read("SELECT 1 FROM orders WHERE status = $1 OR total = $2"))
        .containsExactly("orders.status other", "orders.total other");
  }

  @Test
  void subqueriesAndCommonTablesHaveTheirOwnScope() {
    assertThat(
            read(
                "WITH recent AS (SELECT id FROM orders WHERE total > $1) SELECT 1 FROM recent r WHERE"
                    + " r.id = $2 AND EXISTS (SELECT 1 FROM sales.customers c WHERE c.id = r.id AND"
                    + " c.email = $3)"))
        .containsExactlyInAnyOrder(
            "orders.total >", "sales.customers.id =", "sales.customers.email =");
  }

  @Test
  void quotedNamesKeepTheirCase() {
    assertThat(read("SELECT 1 FROM orders WHERE \"Odd Name\" = $1 AND STATUS = $2"))
        .containsExactly("orders.Odd Name =", "orders.status =");
  }

  @Test
  void updatesAndDeletesHavePredicatesToo() {
    assertThat(read("UPDATE orders SET total = $1 WHERE status = $2"))
        .containsExactly("orders.status =");
    assertThat(read("DELETE FROM orders WHERE customer_id = $1"))
        .containsExactly("orders.customer_id =");
  }

  @Test
  void parametersAreTiedToTheColumnsTheyMeet() {
    List<Predicate> predicates =
        PredicateReader.read(
            StatementReader.parse(
                "SELECT 1 FROM orders WHERE status = $1::text AND total BETWEEN $2 AND $3 AND id <"
                    + " $4"),
            CATALOGUE);
    assertThat(predicates.stream().flatMap(p -> p.slots().stream()))
        .containsExactly(
            new Slot(1, Slot.Bound.VALUE),
            new Slot(2, Slot.Bound.LOW),
            new Slot(3, Slot.Bound.HIGH),
            new Slot(4, Slot.Bound.HIGH));
  }

  private static List<String> read(String sql) {
    return PredicateReader.read(StatementReader.parse(sql), CATALOGUE).stream()
        .map(p ->
            p.table()
                + "."
                + p.column()
                + " "
                + p.operator()
                + (p.function() == null ? "" : " " + p.function()))
        .toList();
  }
}
