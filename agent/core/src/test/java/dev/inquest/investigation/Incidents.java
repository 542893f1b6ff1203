package dev.inquest.investigation;

import static dev.inquest.investigation.FakeDatabase.row;
import static dev.inquest.investigation.Shop.ONSET;
import static dev.inquest.investigation.Shop.SAMPLES;
import static dev.inquest.investigation.Shop.step;

import dev.inquest.change.ChangeKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Incidents other than a missing index. */
final class Incidents {
  static final String GUILTY = "d".repeat(40);
  static final String INNOCENT = "e".repeat(40);

  static final String CODE_DIFF =
      """
      diff --git a/src/main/java/shop/Basket.java b/src/main/java/shop/Basket.java
      --- a/src/main/java/shop/Basket.java
      +++ b/src/main/java/shop/Basket.java
      @@ -7,3 +7,2 @@ class Basket {
         Price total(Basket basket) {
      -    if (basket.voucher() == null) return basket.sum();
           return basket.voucher().apply(basket.sum());
      """;
  static final String README_DIFF =
      """
      diff --git a/README.md b/README.md
      --- a/README.md
      +++ b/README.md
      @@ -1,1 +1,1 @@
      -Shop
      +The shop
      """;

  private Incidents() {}

  /** The same release as the missing index, but the index is there: nothing happens. */
  static void falseAlarm(Shop shop) {
    MissingIndex.happen(shop, 1);
    shop.metrics.clear();
    shop.traces.clear();
    for (String statistic : new String[] {"p50", "p95", "mean"}) {
      shop.metric("shop", "http.server.requests", Map.of("statistic", statistic), i -> 0.012);
    }
    shop.metric("shop", "http.server.requests", Map.of("statistic", "rate"), i -> 18);
    for (int i = 0; i < SAMPLES; i++) {
      shop.trace(i, 0.004, "SELECT orders", 0.005);
    }
    shop.database.answers(
        "statement-shift",
        "query_id query calls_per_s_before calls_per_s_after mean_ms_before mean_ms_after is_new",
        row("77", MissingIndex.STATEMENT, 0.0, 16.0, 0.0, 0.08, true));
  }

  /** A canary on one of two instances fails in a third of its requests. */
  static void badDeploy(Shop shop) {
    shop.alertName = "HighErrorRate";
    for (String instance : new String[] {"a", "b"}) {
      boolean canary = instance.equals("b");
      shop.metric(
          "shop",
          "http.server.errors",
          Map.of("instance", instance),
          i -> canary && i >= ONSET ? 3 : 0.02);
      shop.metric(
          "shop",
          "http.server.requests",
          Map.of("instance", instance, "statistic", "p95"),
          i -> 0.02);
    }
    shop.metric("billing", "http.server.errors", Map.of(), i -> 0.02);
    for (int i = 0; i < SAMPLES; i++) {
      for (int k = 0; k < 4; k++) {
        shop.trace(i, 0.004, "SELECT orders", 0.005, false, "v1", "a");
        boolean late = i >= ONSET;
        shop.trace(i, 0.004, "SELECT orders", 0.005, late && k < 2, late ? "v-d-dddd" : "v1", "b");
      }
    }
    shop.release(
        INNOCENT, shop.time(10), shop.time(ONSET).minusSeconds(20), "Name it", README_DIFF);
    shop.release(GUILTY, shop.time(12), shop.time(ONSET).minusSeconds(2), "Simplify", CODE_DIFF);
  }

  /**
   * Slow since a release, by time lost in its own code.
   *
   * @param diff null where its text cannot be had
   */
  static void slowRelease(Shop shop, @Nullable String diff) {
    for (String statistic : new String[] {"p50", "p95"}) {
      shop.metric("shop", "http.server.requests", Map.of("statistic", statistic), step(0.02, 0.9));
    }
    shop.metric("billing", "http.server.requests", Map.of("statistic", "p95"), i -> 0.02);
    for (int i = 0; i < SAMPLES; i++) {
      shop.trace(i, i < ONSET ? 0.01 : 0.8, "SELECT orders", 0.005);
      shop.trace(i, i < ONSET ? 0.01 : 0.8, "SELECT orders", 0.005);
    }
    shop.release(GUILTY, shop.time(12), shop.time(ONSET).minusSeconds(2), "Simplify", diff);
  }

  /** Worse by the second since one release; another follows while it gets worse for everybody. */
  static void lateRelease(Shop shop, int sample) {
    for (String statistic : new String[] {"p50", "p95"}) {
      shop.metric(
          "shop",
          "http.server.requests",
          Map.of("statistic", statistic),
          i -> i < ONSET ? 0.02 : i < sample ? 0.5 : 0.9);
    }
    shop.metric("billing", "http.server.requests", Map.of("statistic", "p95"), i -> 0.02);
    for (int i = 0; i < SAMPLES; i++) {
      String version = i < ONSET ? "v1" : i < sample ? "v-d-dddd" : "v-d-eeee";
      double own = i < ONSET ? 0.01 : i < sample ? 0.4 : 0.8;
      for (int k = 0; k < 5; k++) {
        shop.trace(i, own, "SELECT orders", 0.005, false, version, version);
      }
    }
    shop.release(GUILTY, shop.time(12), shop.time(ONSET).minusSeconds(2), "Simplify", CODE_DIFF);
    shop.release(
        INNOCENT, shop.time(14), shop.time(sample).minusSeconds(1), "Name it", README_DIFF);
  }

  /** Errors; a disk's number rises to that share, and three pools are busier. */
  static void busier(Shop shop, String name, double disk) {
    shop.alertName = "HighErrorRate";
    shop.metric("shop", "http.server.errors", Map.of(), step(0.02, 3));
    shop.metric("shop", name, Map.of(), i -> Math.min(1, step(0.4, disk).applyAsDouble(i)));
    for (String pool : new String[] {"a", "b", "c"}) {
      shop.metric("shop", "connection.pool.usage", Map.of("pool", pool), step(0.1, 0.4));
    }
  }

  /** The pool is used up, for each statement holds its connection longer; nothing was changed. */
  static void slowStatement(Shop shop) {
    saturation(shop);
    Map<String, String> sent = Map.of("peer", "orders-db", "statistic", "p95");
    shop.metric("shop", "db.client.duration", sent, step(0.004, 0.6));
  }

  /** The pool of connections is used up; nothing was changed. */
  static void saturation(Shop shop) {
    shop.alertName = "HighLatency";
    for (String statistic : new String[] {"p50", "p95"}) {
      shop.metric("shop", "http.server.requests", Map.of("statistic", statistic), step(0.02, 0.9));
    }
    shop.metric("shop", "connection.pool.usage", Map.of(), step(0.2, 0.99));
    shop.metric("billing", "http.server.requests", Map.of("statistic", "p95"), i -> 0.02);
    for (int i = 0; i < SAMPLES; i++) {
      shop.trace(i, i < ONSET ? 0.01 : 0.8, "SELECT orders", 0.005);
    }
    shop.change(
        ChangeKind.COMMIT,
        INNOCENT,
        shop.time(ONSET).minusSeconds(30),
        null,
        "Name it",
        README_DIFF);
  }
}
