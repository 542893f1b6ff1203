package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code traces.otlp.jsonl}: OTLP/JSON, one {@code ExportTraceServiceRequest} a line; ids in hex,
 * 64-bit integers as texts. A sampled trace keeps its weight and stratum ({@link SampleMarks}).
 */
public final class OtlpTraces {
  private OtlpTraces() {}

  /** One trace a line. */
  public static byte[] write(List<SampledTrace> traces) {
    return JsonText.lines(traces, OtlpTraces::form);
  }

  public static List<SampledTrace> read(byte[] bytes) {
    return read(CaseStream.open(bytes, "traces.otlp.jsonl"), "traces.otlp.jsonl");
  }

  /**
   * Spans of a trace may stand in any number of lines; a span that comes twice counts once. Traces
   * in the order of their first appearance. A trace without marks has the weight 1 and the empty
   * stratum. Of very many a uniform sample is kept, in which each weighs more.
   */
  public static List<SampledTrace> read(InputStream in, String file) {
    return kept(in, file).all();
  }

  static KeptTraces kept(InputStream in, String file) {
    return kept(in, file, KeptTraces.BUDGET);
  }

  static KeptTraces kept(InputStream in, String file, long budget) {
    KeptTraces kept = new KeptTraces(budget);
    new OtlpReading<>("resourceSpans", "scopeSpans", "spans", SpanReading::read, kept::add)
        .read(in, file);
    return kept;
  }

  private static JsonNode form(SampledTrace trace) {
    ObjectNode request = JsonText.object();
    ArrayNode resourceSpans = request.putArray("resourceSpans");
    Map<OtlpResource, List<Span>> byResource =
        trace.spans().stream()
            .collect(
                Collectors.groupingBy(
                    s -> new OtlpResource(s.service(), s.instance(), s.version()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byResource.forEach((resource, spans) -> {
      ObjectNode one = resourceSpans.addObject();
      resource.write(one.putObject("resource"));
      ArrayNode written = one.putArray("scopeSpans").addObject().putArray("spans");
      spans.forEach(span -> form(written.addObject(), span, trace));
    });
    return request;
  }

  private static void form(ObjectNode object, Span span, SampledTrace trace) {
    object.put("traceId", span.traceId());
    object.put("spanId", span.spanId());
    JsonText.putIfKnown(object, "parentSpanId", span.parentId());
    if (trace.weight() > 1) {
      object.put("traceState", SampleMarks.traceState(trace.weight()));
    }
    object.put("name", span.operation());
    object.put("kind", OtlpSpanKind.number(span.kind()));
    object.put("startTimeUnixNano", Long.toString(span.startNanos()));
    object.put("endTimeUnixNano", Long.toString(span.endNanos()));
    attributes(object.putArray("attributes"), span, trace);
    ObjectNode status = object.putObject("status");
    if (span.error()) {
      status.put("code", 2);
    }
    JsonText.putIfKnown(status, "message", span.attributes().get(SpanReading.STATUS_MESSAGE));
  }

  private static void attributes(ArrayNode array, Span span, SampledTrace trace) {
    if (span.equals(trace.spans().getFirst())) {
      OtlpAttributes.write(array, SampleMarks.WEIGHT, Double.toString(trace.weight()));
      OtlpAttributes.write(array, SampleMarks.STRATUM, trace.stratum());
    }
    Map<String, String> own = new LinkedHashMap<>(span.attributes());
    own.remove(SpanReading.STATUS_MESSAGE);
    OtlpAttributes.write(array, own);
  }
}
