package dev.inquest.playbooks.casefile;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeKind;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code changes.json}: an array of changes; what is not known is absent. */
public final class ChangesJson {
  private ChangesJson() {}

  public static byte[] write(List<Change> changes) {
    return JsonText.array(changes, ChangesJson::form);
  }

  public static List<Change> read(byte[] bytes) {
    return read(CaseStream.open(bytes, "changes.json"), "changes.json");
  }

  /** In order of time, changes of the same time in the order of the file. */
  public static List<Change> read(InputStream in, String file) {
    List<Change> changes = new ArrayList<>();
    JsonCursor.document(
        in, file, cursor -> cursor.elements(() -> changes.add(new Reading(cursor).change())));
    changes.sort(Comparator.comparing(Change::at));
    return changes;
  }

  private static JsonNode form(Change change) {
    ObjectNode object = JsonText.object();
    object.put("id", change.id());
    object.put("kind", Names.wire(change.kind()));
    object.put("at", change.at().toString());
    JsonText.putIfKnown(object, "service", change.service());
    JsonText.putIfKnown(object, "version", change.version());
    JsonText.putIfKnown(object, "commit", change.commit());
    JsonText.putIfKnown(object, "author", change.author());
    JsonText.putIfKnown(object, "title", change.title());
    JsonText.putIfAny(object, "files", change.files());
    JsonText.putIfKnown(object, "diff", change.diff());
    JsonText.putIfAny(object, "instances", change.instances());
    return object;
  }

  /** One change while it is being read. */
  private static final class Reading {
    private final JsonCursor cursor;
    private @Nullable String id;
    private @Nullable ChangeKind kind;
    private @Nullable Instant at;
    private @Nullable String service;
    private @Nullable String version;
    private @Nullable String commit;
    private @Nullable String author;
    private @Nullable String title;
    private @Nullable String diff;
    private List<String> files = List.of();
    private List<String> instances = List.of();

    Reading(JsonCursor cursor) {
      this.cursor = cursor;
    }

    Change change() {
      cursor.fields(this::field);
      if (id == null || kind == null || at == null) {
        throw cursor.malformed("a change needs id, kind and at");
      }
      return new Change(
          id, kind, at, service, version, commit, author, title, files, diff, instances);
    }

    private void field(String name) {
      switch (name) {
        case "id" -> id = cursor.text();
        case "kind" -> kind = Names.of(ChangeKind.class, cursor);
        case "at" -> at = cursor.instant();
        case "service" -> service = cursor.textOrNull();
        case "version" -> version = cursor.textOrNull();
        case "commit" -> commit = cursor.textOrNull();
        case "author" -> author = cursor.textOrNull();
        case "title" -> title = cursor.textOrNull();
        case "diff" -> diff = cursor.textOrNull();
        case "files" -> files = cursor.isNull() ? List.of() : cursor.list(cursor::text);
        case "instances" -> instances = cursor.isNull() ? List.of() : cursor.list(cursor::text);
        default -> cursor.skip();
      }
    }
  }
}
