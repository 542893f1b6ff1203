package dev.inquest.app.incident;

import dev.inquest.app.storage.Episodes;
import dev.inquest.app.storage.Episodes.Episode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/alerts}: episodes, newest first. */
@RestController
class AlertApi {
  private static final String LABEL = "label.";
  private final Episodes episodes;

  AlertApi(Episodes episodes) {
    this.episodes = episodes;
  }

  @GetMapping("/api/v1/alerts")
  PageOf<AlertItem> alerts(
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor,
      @RequestParam Map<String, String> parameters) {
    int max = PageOf.limit(limit);
    long before = cursor == null ? Long.MAX_VALUE : Cursor.number(cursor);
    List<Episode> rows = episodes.page(labels(parameters), before, max + 1);
    return PageOf.of(rows, max, e -> Long.toString(e.seq()), AlertItem::of);
  }

  private static Map<String, String> labels(Map<String, String> parameters) {
    Map<String, String> labels = new TreeMap<>();
    parameters.forEach((name, value) -> {
      if (name.startsWith(LABEL)) {
        labels.put(name.substring(LABEL.length()), value);
      }
    });
    return labels;
  }
}
