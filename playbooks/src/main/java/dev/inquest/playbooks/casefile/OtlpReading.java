package dev.inquest.playbooks.casefile;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Walks OTLP/JSON lines: {@code resourceSpans[].scopeSpans[].spans[]} and its likes. Unknown fields
 * are skipped, as the protocol asks. A resource may stand after what it owns; only then that waits
 * for it in memory.
 */
final class OtlpReading<T> {
  private final String perResource;
  private final String perScope;
  private final String items;
  private final Function<JsonCursor, T> item;
  private final BiConsumer<OtlpResource, T> sink;

  /**
   * @param items the innermost field, e.g. {@code spans}
   * @param item reads one of them
   */
  OtlpReading(
      String perResource,
      String perScope,
      String items,
      Function<JsonCursor, T> item,
      BiConsumer<OtlpResource, T> sink) {
    this.perResource = perResource;
    this.perScope = perScope;
    this.items = items;
    this.item = item;
    this.sink = sink;
  }

  void read(InputStream in, String file) {
    JsonCursor.forEachRoot(
        in,
        file,
        cursor ->
            cursor.fields(name -> {
              if (name.equals(perResource)) {
                cursor.elements(() -> resource(cursor));
              } else {
                cursor.skip();
              }
            }));
  }

  private void resource(JsonCursor cursor) {
    OtlpResource[] resource = {OtlpResource.UNKNOWN};
    boolean[] known = {false};
    List<T> waiting = new ArrayList<>();
    cursor.fields(name -> {
      if (name.equals("resource")) {
        resource[0] = OtlpResource.read(cursor);
        known[0] = true;
      } else if (name.equals(perScope)) {
        cursor.elements(() ->
            scope(
                cursor,
                one -> {
                  if (known[0]) {
                    sink.accept(resource[0], one);
                  } else {
                    waiting.add(one);
                  }
                }));
      } else {
        cursor.skip();
      }
    });
    waiting.forEach(one -> sink.accept(resource[0], one));
  }

  private void scope(JsonCursor cursor, Consumer<T> found) {
    cursor.fields(name -> {
      if (name.equals(items)) {
        cursor.elements(() -> found.accept(item.apply(cursor)));
      } else {
        cursor.skip();
      }
    });
  }
}
