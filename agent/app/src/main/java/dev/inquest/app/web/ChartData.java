package dev.inquest.app.web;

import dev.inquest.app.report.Picture;
import dev.inquest.app.storage.StoredJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A picture as JSON in a data attribute, from which the page's script draws the live chart. */
final class ChartData {
  private ChartData() {}

  static String json(Picture picture) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("title", picture.title());
    out.put("unit", picture.unit());
    List<List<Object>> points = new ArrayList<>();
    for (Picture.Point p : picture.points()) {
      if (Double.isFinite(p.value())) {
        points.add(List.of(p.at().toEpochMilli(), p.value(), p.shown()));
      }
    }
    out.put("points", points);
    if (picture.onset() != null) {
      out.put(
          "onset",
          List.of(picture.onset().from().toEpochMilli(), picture.onset().to().toEpochMilli()));
    }
    out.put(
        "markers",
        picture.markers().stream()
            .map(m -> List.of(m.at().toEpochMilli(), m.label(), m.guilty()))
            .toList());
    return StoredJson.write(out);
  }
}
