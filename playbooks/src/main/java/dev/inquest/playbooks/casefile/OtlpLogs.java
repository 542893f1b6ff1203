package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.LogRecord;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code logs.otlp.jsonl}: OTLP/JSON, one {@code ExportLogsServiceRequest} a line. */
public final class OtlpLogs {
  private static final long NANOS_IN_SECOND = 1_000_000_000L;

  private OtlpLogs() {}

  /** One line a resource: service, instance, version. */
  public static byte[] write(List<LogRecord> records) {
    Map<OtlpResource, List<LogRecord>> byResource =
        records.stream()
            .collect(
                Collectors.groupingBy(
                    r -> new OtlpResource(r.service(), r.instance(), r.version()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return JsonText.lines(List.copyOf(byResource.entrySet()), OtlpLogs::form);
  }

  public static List<LogRecord> read(byte[] bytes) {
    return read(CaseStream.open(bytes, "logs.otlp.jsonl"), "logs.otlp.jsonl");
  }

  /**
   * In order of time, records of the same time in the order of the file. Of very many a sample is
   * kept ({@link KeptLogs}).
   */
  public static List<LogRecord> read(InputStream in, String file) {
    return read(in, file, SpanTimes.NONE);
  }

  /**
   * The same; a record without a time takes that of the span it names, and is passed over where
   * that span may be one that was not kept.
   */
  static List<LogRecord> read(InputStream in, String file, SpanTimes spans) {
    return kept(in, file, spans).all();
  }

  static KeptLogs kept(InputStream in, String file, SpanTimes spans) {
    return kept(in, file, spans, KeptLogs.BUDGET);
  }

  static KeptLogs kept(InputStream in, String file, SpanTimes spans, long budget) {
    KeptLogs kept = new KeptLogs(budget);
    new OtlpReading<>(
            "resourceLogs",
            "scopeLogs",
            "logRecords",
            cursor -> LogReading.read(cursor, spans),
            (resource, log) -> log.record(resource).ifPresent(kept::add))
        .read(in, file);
    return kept;
  }

  private static JsonNode form(Map.Entry<OtlpResource, List<LogRecord>> entry) {
    ObjectNode request = JsonText.object();
    ObjectNode one = request.putArray("resourceLogs").addObject();
    entry.getKey().write(one.putObject("resource"));
    ArrayNode written = one.putArray("scopeLogs").addObject().putArray("logRecords");
    entry.getValue().forEach(log -> form(written.addObject(), log));
    return request;
  }

  private static void form(ObjectNode object, LogRecord log) {
    object.put("timeUnixNano", Long.toString(nanos(log.at())));
    if (log.severity() > 0) {
      object.put("severityNumber", log.severity());
    }
    object.putObject("body").put("stringValue", log.body());
    OtlpAttributes.write(object.putArray("attributes"), log.attributes());
    JsonText.putIfKnown(object, "traceId", log.traceId());
    JsonText.putIfKnown(object, "spanId", log.spanId());
  }

  private static long nanos(Instant at) {
    return Math.addExact(
        Math.multiplyExact(at.getEpochSecond(), NANOS_IN_SECOND), (long) at.getNano());
  }
}
