package dev.inquest.lab.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A change that harms nobody.
 *
 * @param edits path to what is replaced there; an empty {@code find} appends
 */
record Innocent(String title, String author, Map<String, Edit> edits) {
  record Edit(String find, String replace) {}

  private static final String SETTINGS = "shop.properties";

  static final List<Innocent> ALL =
      List.of(
          of(
              "Say whom to call at night",
              "support",
              "docs/on-call.md",
              "",
              "\nAt night the platform team answers first.\n"),
          of(
              "Word the request log in full",
              "platform",
              SETTINGS,
              "log.served=served",
              "log.served=request served by"),
          of(
              "Give reports more time",
              "reporting",
              SETTINGS,
              "statement.timeout-s=5",
              "statement.timeout-s=8"),
          of(
              "Announce the spring sale",
              "marketing",
              SETTINGS,
              "Free delivery over 40",
              "Spring sale: free delivery over 30"),
          of(
              "Try an amber banner",
              "marketing",
              SETTINGS,
              "banner.colour=teal",
              "banner.colour=amber"),
          of(
              "Note the driver's patch release",
              "platform",
              "dependencies.txt",
              "42.7.13",
              "42.7.14"),
          of(
              "Explain the pool's size",
              "platform",
              SETTINGS,
              "pool.size=12",
              "# Twelve: four for each core of the database, and some.\npool.size=12"),
          of("Write fewer request logs", "platform", SETTINGS, "log.every=10", "log.every=20"),
          new Innocent(
              "Show a customer's latest order",
              "accounts <accounts@shop.example>",
              Map.of(
                  "queries/latest_order_of_customer.sql",
                  new Edit(
                      "",
                      """
                      SELECT id, status, placed_at
                      FROM orders
                      WHERE customer_id = :customer
                      ORDER BY placed_at DESC
                      LIMIT 1
                      """),
                  "endpoints/customer-orders.properties",
                  new Edit("orders_by_customer", "orders_by_customer, latest_order_of_customer"))));

  Innocent {
    edits = Map.copyOf(edits);
  }

  /** The whole files after the edits. */
  Map<String, String> applyTo(Map<String, String> tree) {
    Map<String, String> changed = new HashMap<>();
    edits.forEach((path, edit) -> {
      String before = tree.getOrDefault(path, "");
      changed.put(
          path,
          edit.find().isEmpty()
              ? before + edit.replace()
              : before.replace(edit.find(), edit.replace()));
    });
    return changed;
  }

  private static Innocent of(String title, String team, String path, String find, String replace) {
    return new Innocent(
        title, team + " <" + team + "@shop.example>", Map.of(path, new Edit(find, replace)));
  }
}
