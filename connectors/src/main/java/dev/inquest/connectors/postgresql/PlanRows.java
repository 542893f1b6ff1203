package dev.inquest.connectors.postgresql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plan's nodes, depth first. */
final class PlanRows {
  private static final int MAX_NODES = 500;

  private final JsonNode plan;

  PlanRows(String json) {
    this.plan = JsonMapper.shared().readTree(json).path(0).path("Plan");
  }

  /** The relations it reads, as {@code schema.table}. */
  Set<String> relations() {
    Set<String> relations = new LinkedHashSet<>();
    for (List<@Nullable Object> row : rows(UnaryOperator.identity())) {
      if (row.get(2) instanceof String relation) {
        relations.add(relation);
      }
    }
    return relations;
  }

  /**
   * @param naming from {@code schema.table} to the name that answers show
   */
  List<List<@Nullable Object>> rows(UnaryOperator<String> naming) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    add(plan, 0, naming, rows);
    return rows;
  }

  private static void add(
      JsonNode node, long depth, UnaryOperator<String> naming, List<List<@Nullable Object>> rows) {
    if (rows.size() >= MAX_NODES) {
      return;
    }
    List<@Nullable Object> row = new ArrayList<>();
    row.add(depth);
    row.add(node.path("Node Type").asString(""));
    String relation = text(node, "Relation Name");
    String schema = text(node, "Schema");
    row.add(relation == null || schema == null ? relation : naming.apply(schema + "." + relation));
    row.add(text(node, "Index Name"));
    row.add(text(node, "Filter"));
    row.add(node.path("Total Cost").asDouble(0));
    row.add(node.path("Plan Rows").asLong(0));
    rows.add(row);
    for (JsonNode child : node.path("Plans")) {
      add(child, depth + 1, naming, rows);
    }
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isString() ? value.asString() : null;
  }
}
