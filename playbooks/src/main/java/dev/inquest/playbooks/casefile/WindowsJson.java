package dev.inquest.playbooks.casefile;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Answers about single series: {@code {"case", "windows": [[from, to], …], "rows"}}, one line a
 * case; times in seconds since 1970.
 */
public final class WindowsJson {
  private static final int MAX_CASES = 100_000;
  private static final int MAX_WINDOWS = 10_000;

  private WindowsJson() {}

  /** Windows by case; none for a clean series. */
  public static SortedMap<String, List<TimeSpan>> read(InputStream in, String file) {
    SortedMap<String, List<TimeSpan>> all = new TreeMap<>();
    JsonCursor.forEachRoot(
        in,
        file,
        cursor -> {
          String[] id = {""};
          List<TimeSpan> windows = new ArrayList<>();
          cursor.fields(name -> {
            switch (name) {
              case "case" -> id[0] = cursor.text();
              case "windows" -> cursor.elements(() -> windows.add(span(cursor)));
              default -> cursor.skip();
            }
          });
          if (id[0].isEmpty() || all.put(id[0], windows) != null) {
            throw cursor.malformed("an answer needs its case, and a case one answer");
          }
          if (all.size() > MAX_CASES || windows.size() > MAX_WINDOWS) {
            throw cursor.malformed(
                "more than " + MAX_CASES + " cases or " + MAX_WINDOWS + " windows");
          }
        });
    return all;
  }

  private static TimeSpan span(JsonCursor cursor) {
    List<Double> edges = cursor.list(cursor::number);
    if (edges.size() != 2 || !(edges.getFirst() <= edges.getLast())) {
      throw cursor.malformed("a window is [from, to]");
    }
    return new TimeSpan(edges.getFirst(), edges.getLast());
  }
}
