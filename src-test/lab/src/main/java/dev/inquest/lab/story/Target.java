package dev.inquest.lab.story;

import java.util.List;

/**
 * A column that a release may come to filter on without an index.
 *
 * @param rows how many the table holds
 * @param order the column that sorts the latest first
 * @param endpoint the file of {@code endpoints/} that gains the statement
 * @param path that endpoint's
 * @param byId the statement it already runs, whose row holds the column
 * @param requestsPerSecond so high that the fault is felt, so low that the database keeps breathing
 */
public record Target(
    String table,
    int rows,
    String column,
    String order,
    String endpoint,
    String path,
    String byId,
    int requestsPerSecond) {
  public static final int ORDERS = 1_000_000;
  public static final int PAYMENTS = 450_000;
  public static final int SHIPMENTS = 400_000;
  public static final int CUSTOMERS = 60_000;

  static final List<Target> ALL =
      List.of(
          orders("campaign_id"),
          orders("voucher"),
          payments("provider_ref"),
          payments("card_print"),
          shipments("pickup_point_id"),
          shipments("tracking_code"));

  /** One a page that shows a single row. */
  public static List<Target> views() {
    return List.of(ALL.get(0), ALL.get(2), ALL.get(4));
  }

  /** The name of the statement that the release adds. */
  public String statement() {
    return table + "_by_" + column;
  }

  private static Target orders(String column) {
    return new Target(
        "orders", ORDERS, column, "placed_at", "order-view", "/orders/view", "order_by_id", 15);
  }

  private static Target payments(String column) {
    return new Target(
        "payments",
        PAYMENTS,
        column,
        "paid_at",
        "payment-view",
        "/payments/view",
        "payment_by_id",
        18);
  }

  private static Target shipments(String column) {
    return new Target(
        "shipments",
        SHIPMENTS,
        column,
        "sent_at",
        "shipment-view",
        "/shipments/view",
        "shipment_by_id",
        18);
  }
}
