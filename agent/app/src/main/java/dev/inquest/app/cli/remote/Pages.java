package dev.inquest.app.cli.remote;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a list that may need several pages. */
final class Pages {
  static final int MAX_PAGE = 500;

  private Pages() {}

  /**
   * @param path may hold a query already
   * @return {@code {items, next}}; {@code next} is null where there is no more
   */
  static ObjectNode first(Api api, String path, int wanted) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      int limit = Math.min(MAX_PAGE, wanted - items.size());
      JsonNode page = api.get(path + (path.contains("?") ? "&" : "?") + query(limit, cursor));
      page.path("items").forEach(items::add);
      cursor = Json.orEmpty(page, "next");
    } while (!cursor.isEmpty() && items.size() < wanted);
    ObjectNode all = Json.object();
    ArrayNode array = all.putArray("items");
    items.forEach(array::add);
    return cursor.isEmpty() ? all.putNull("next") : all.put("next", cursor);
  }

  private static String query(int limit, String cursor) {
    return "limit=" + limit + (cursor.isEmpty() ? "" : "&cursor=" + Api.encoded(cursor));
  }

  /** A sentence where a list goes on. */
  static String more(JsonNode list) {
    return list.path("next").isNull() ? "" : "There are more; --limit shows them.";
  }
}
