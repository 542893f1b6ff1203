package dev.inquest.investigation;

import static dev.inquest.investigation.FakeDatabase.row;
import static dev.inquest.investigation.Shop.ONSET;
import static dev.inquest.investigation.Shop.SAMPLES;
import static dev.inquest.investigation.Shop.step;

import java.time.Duration;
import java.util.Map;

/** A release that newly sends a query on a column without an index, and two innocent ones. */
final class MissingIndex {
  static final String CULPRIT = "b".repeat(40);
  static final String EARLIER = "a".repeat(40);
  static final String LATER = "c".repeat(40);

  static final String CULPRIT_DIFF =
      """
      diff --git a/src/main/java/shop/Orders.java b/src/main/java/shop/Orders.java
      --- a/src/main/java/shop/Orders.java
      +++ b/src/main/java/shop/Orders.java
      @@ -10,3 +10,7 @@ class Orders {
         Order byId(long id) {
           return one("SELECT id, total FROM orders WHERE id = ?", id);
         }
      +  List<Order> byVoucher(String code) {
      +    return many("SELECT id, total, created_at FROM orders "
      +        + "WHERE voucher_code = ? AND created_at > ? LIMIT 20", code, since);
      +  }
      """;
  static final String LOG_DIFF =
      """
      diff --git a/src/main/java/shop/Web.java b/src/main/java/shop/Web.java
      --- a/src/main/java/shop/Web.java
      +++ b/src/main/java/shop/Web.java
      @@ -4,1 +4,1 @@ class Web {
      -    log.info("order shown");
      +    log.info("order {} shown", id);
      """;
  static final String BANNER_DIFF =
      """
      diff --git a/shop.properties b/shop.properties
      --- a/shop.properties
      +++ b/shop.properties
      @@ -1,2 +1,2 @@
      -banner.text=Welcome
      +banner.text=Summer sale
       log.every=100
      """;
  static final String STATEMENT =
      "SELECT id, total, created_at FROM orders WHERE voucher_code = $1 AND created_at > $2 LIMIT"
          + " $3";

  private MissingIndex() {}

  static void happen(Shop shop, double unit) {
    for (String statistic : new String[] {"p50", "p95", "mean"}) {
      shop.metric(
          shop.service,
          "http.server.requests",
          Map.of("statistic", statistic),
          step(0.012 * unit, 0.35 * unit));
      shop.metric(
          "billing", "http.server.requests", Map.of("statistic", statistic), i -> 0.02 * unit);
    }
    shop.metric(shop.service, "http.server.requests", Map.of("statistic", "rate"), i -> 18);
    shop.metric(shop.service, "system.cpu.usage", Map.of(), i -> 0.3);
    for (int i = 0; i < SAMPLES; i++) {
      shop.trace(i, 0.004, "SELECT orders", 0.005);
      if (i >= ONSET) {
        shop.trace(i, 0.004, "SELECT orders by voucher", 0.33);
      }
    }
    shop.release(
        EARLIER, shop.time(20), shop.time(ONSET).minusSeconds(14), "Say which order", LOG_DIFF);
    shop.release(
        CULPRIT, shop.time(22), shop.time(ONSET).minusSeconds(3), "Vouchers", CULPRIT_DIFF);
    shop.release(LATER, shop.time(24), shop.time(ONSET).plusSeconds(5), "Banner", BANNER_DIFF);
    database(shop.database);
    shop.repository.files.put("flyway.conf", "flyway.postgresql.transactional.lock=false\n");
    shop.repository.files.put("db/migration/V006__vouchers.sql", "ALTER TABLE orders …");
    shop.repository.files.put("db/migration/V005__orders.sql", "CREATE TABLE orders …");
  }

  static void database(FakeDatabase database) {
    database.answers(
        "statement-shift",
        "query_id query calls_per_s_before calls_per_s_after mean_ms_before mean_ms_after is_new",
        row("77", STATEMENT, 0.0, 16.0, 0.0, 310.0, true),
        row("12", "SELECT id, total FROM orders WHERE id = $1", 18.0, 18.0, 0.05, 0.06, false));
    database.answers(
        "statement-plan",
        "depth node_type relation index filter total_cost plan_rows",
        row(0L, "Limit", null, null, null, 9000.0, 20L),
        row(
            1L,
            "Seq Scan",
            "orders",
            null,
            "((voucher_code = $1) AND (created_at > $2))",
            31000.0,
            7L));
    database.answers(
        "statement-predicates",
        "table column operator function",
        row("orders", "created_at", ">", null),
        row("orders", "voucher_code", "=", null));
    database.answers(
        "table-facts",
        "table row_estimate total_bytes seq_scans",
        row("orders", 1_000_000L, 90_000_000L, 12L));
    database.answers(
        "table-indexes",
        "index columns is_unique is_valid predicate",
        row("orders_pkey", "id", true, true, null));
    database.answers(
        "table-columns",
        "column type not_null n_distinct",
        row("id", "bigint", true, -1.0),
        row("voucher_code", "text", false, 40_000.0),
        row("created_at", "timestamptz", true, -0.9));
    database.answers(
        "index-rehearsal",
        "sample_rows table_rows before_ms after_ms index_used build_ms",
        row(100_000L, 1_000_000L, 41.0, 0.2, true, 120.0));
  }

  static Duration tolerance() {
    return Duration.ofSeconds(6);
  }
}
