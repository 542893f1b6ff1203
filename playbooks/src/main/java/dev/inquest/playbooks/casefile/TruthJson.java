package dev.inquest.playbooks.casefile;

import dev.inquest.hypothesis.CauseKind;
import dev.inquest.memory.KnownOrigin;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code truth.jsonl}: what turned out to be the cause, one line a case. */
public final class TruthJson {
  private static final int MAX_CASES = 100_000;

  private TruthJson() {}

  /** Causes by case; none for a case in which nothing was at fault, or no code. */
  public static SortedMap<String, List<KnownOrigin>> read(Path folder) {
    return new CaseFolder(folder)
        .read("truth.jsonl", TruthJson::read)
        .orElseThrow(() -> Malformed.at(folder.toString(), 0, "holds no truth.jsonl"));
  }

  static SortedMap<String, List<KnownOrigin>> read(InputStream in, String file) {
    SortedMap<String, List<KnownOrigin>> truth = new TreeMap<>();
    JsonCursor.forEachRoot(
        in,
        file,
        cursor -> {
          Reading line = new Reading(cursor);
          if (truth.put(line.read(), List.copyOf(line.origins)) != null) {
            throw cursor.malformed("a case is answered twice");
          }
          if (truth.size() > MAX_CASES) {
            throw cursor.malformed("more than " + MAX_CASES + " cases");
          }
        });
    return truth;
  }

  /** One line while it is being read. */
  private static final class Reading {
    private final JsonCursor cursor;
    private final List<KnownOrigin> origins = new ArrayList<>();
    private @Nullable String id;
    private @Nullable String service;
    private @Nullable String instance;
    private @Nullable CauseKind kind;
    private @Nullable String indicator;

    Reading(JsonCursor cursor) {
      this.cursor = cursor;
    }

    String read() {
      cursor.fields(this::field);
      if (id == null) {
        throw cursor.malformed("an answer needs its case");
      }
      return id;
    }

    private void field(String name) {
      switch (name) {
        case "case" -> id = cursor.text();
        case "causes" -> cursor.elements(this::cause);
        default -> cursor.skip();
      }
    }

    private void cause() {
      service = null;
      instance = null;
      kind = null;
      indicator = null;
      cursor.fields(this::part);
      if (service != null || instance != null) {
        origins.add(new KnownOrigin(service, instance, kind, indicator));
      }
    }

    private void part(String name) {
      switch (name) {
        case "service" -> service = cursor.textOrNull();
        case "instance" -> instance = cursor.textOrNull();
        case "indicator" -> indicator = cursor.textOrNull();
        case "kind" -> kind = kind(cursor.textOrNull());
        default -> cursor.skip();
      }
    }

    private @Nullable CauseKind kind(@Nullable String word) {
      if (word == null) {
        return null;
      }
      for (CauseKind known : CauseKind.values()) {
        if (known.name().toLowerCase(Locale.ROOT).equals(word)) {
          return known;
        }
      }
      throw cursor.malformed("there is no kind of cause called " + word);
    }
  }
}
