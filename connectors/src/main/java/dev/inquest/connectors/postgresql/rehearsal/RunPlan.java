package dev.inquest.connectors.postgresql.rehearsal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one run told of itself ({@code EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON)}). */
record RunPlan(double ms, double blocks, boolean indexUsed) {
  static RunPlan read(String json, String index) {
    JsonNode root = JsonMapper.shared().readTree(json).path(0);
    JsonNode plan = root.path("Plan");
    double blocks =
        plan.path("Shared Hit Blocks").asDouble(0) + plan.path("Shared Read Blocks").asDouble(0);
    return new RunPlan(root.path("Execution Time").asDouble(0), blocks, uses(plan, index));
  }

  private static boolean uses(JsonNode node, String index) {
    if (index.equals(node.path("Index Name").asString(""))) {
      return true;
    }
    for (JsonNode child : node.path("Plans")) {
      if (uses(child, index)) {
        return true;
      }
    }
    return false;
  }
}
