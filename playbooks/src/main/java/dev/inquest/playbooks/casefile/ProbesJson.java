package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.ProbeQuery;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code database.jsonl}: what database probes answered, one line a probe. */
public final class ProbesJson {
  private ProbesJson() {}

  /** Lines are numbered {@code p1, p2 …} in the order given. */
  public static byte[] write(List<ProbeAnswer> answers) {
    AtomicInteger number = new AtomicInteger();
    return JsonText.lines(answers, answer -> form("p" + number.incrementAndGet(), answer));
  }

  public static List<ProbeAnswer> read(byte[] bytes) {
    return read(CaseStream.open(bytes, "database.jsonl"), "database.jsonl");
  }

  /** In the order of the file. */
  public static List<ProbeAnswer> read(InputStream in, String file) {
    List<ProbeAnswer> answers = new ArrayList<>();
    JsonCursor.forEachRoot(in, file, cursor -> answers.add(new Reading(cursor).answer()));
    return answers;
  }

  private static JsonNode form(String id, ProbeAnswer answer) {
    ObjectNode object = JsonText.object();
    object.put("id", id);
    object.put("at", answer.at().toString());
    object.put("target", answer.query().target());
    object.put("template", answer.query().template());
    ObjectNode parameters = object.putObject("parameters");
    answer.query().parameters().forEach(parameters::put);
    JsonText.texts(object, "columns", answer.columns());
    ArrayNode rows = object.putArray("rows");
    for (List<@Nullable Object> row : answer.rows()) {
      ArrayNode cells = rows.addArray();
      row.forEach(cell -> cells.addPOJO(cell));
    }
    object.put("grade", answer.grade());
    object.put("error", answer.error());
    return object;
  }

  /** One answer while it is being read. */
  private static final class Reading {
    private final JsonCursor cursor;
    private @Nullable Instant at;
    private @Nullable String target;
    private @Nullable String template;
    private Map<String, String> parameters = Map.of();
    private List<String> columns = List.of();
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private String grade = "none";
    private @Nullable String error;

    Reading(JsonCursor cursor) {
      this.cursor = cursor;
    }

    ProbeAnswer answer() {
      cursor.fields(this::field);
      if (at == null || target == null || template == null) {
        throw cursor.malformed("a probe's answer needs at, target and template");
      }
      for (List<@Nullable Object> row : rows) {
        if (row.size() != columns.size()) {
          throw cursor.malformed(
              "a row of " + row.size() + " cells under " + columns.size() + " columns");
        }
      }
      ProbeQuery query = new ProbeQuery(template, target, new TreeMap<>(parameters));
      return new ProbeAnswer(query, at, columns, rows, grade, error);
    }

    private void field(String name) {
      switch (name) {
        case "at" -> at = cursor.instant();
        case "target" -> target = cursor.text();
        case "template" -> template = cursor.text();
        case "parameters" -> parameters = cursor.texts();
        case "columns" -> columns = cursor.list(cursor::text);
        case "rows" -> cursor.elements(this::row);
        case "grade" -> grade = cursor.text();
        case "error" -> error = cursor.textOrNull();
        default -> cursor.skip();
      }
    }

    private void row() {
      List<@Nullable Object> cells = new ArrayList<>();
      cursor.elements(() -> cells.add(cursor.scalar()));
      rows.add(cells);
    }
  }
}
