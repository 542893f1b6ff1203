package dev.inquest.playbooks.casefile;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes {@code case.json}. */
public final class CaseInfoJson {
  private CaseInfoJson() {}

  public static byte[] write(CaseInfo info) {
    ObjectNode object = JsonText.object();
    object.put("id", info.id());
    object.put("dataset", info.dataset());
    object.put("from", info.from().toString());
    object.put("to", info.to().toString());
    JsonText.putIfKnown(object, "notes", info.notes());
    JsonText.putIfKnown(object, "playbooks_sha256", info.playbooksSha256());
    return (object.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  public static CaseInfo read(InputStream in, String file) {
    CaseInfo[] info = new CaseInfo[1];
    JsonCursor.document(in, file, cursor -> info[0] = new Reading(cursor).info());
    return info[0];
  }

  /** The object while it is being read. */
  private static final class Reading {
    private final JsonCursor cursor;
    private @Nullable String id;
    private @Nullable String dataset;
    private @Nullable Instant from;
    private @Nullable Instant to;
    private @Nullable String notes;
    private @Nullable String playbooksSha256;

    Reading(JsonCursor cursor) {
      this.cursor = cursor;
    }

    CaseInfo info() {
      cursor.fields(this::field);
      if (id == null || dataset == null || from == null || to == null || to.isBefore(from)) {
        throw cursor.malformed("a case needs id, dataset, from and to, in order");
      }
      return new CaseInfo(id, dataset, from, to, notes, playbooksSha256);
    }

    private void field(String name) {
      switch (name) {
        case "id" -> id = cursor.text();
        case "dataset" -> dataset = cursor.text();
        case "from" -> from = cursor.instant();
        case "to" -> to = cursor.instant();
        case "notes" -> notes = cursor.textOrNull();
        case "playbooks_sha256" -> playbooksSha256 = cursor.textOrNull();
        default -> cursor.skip();
      }
    }
  }
}
