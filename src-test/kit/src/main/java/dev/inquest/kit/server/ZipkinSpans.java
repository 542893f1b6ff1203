package dev.inquest.kit.server;

import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Spans in Zipkin's form, version 2, as OpenTelemetry's exporters write them. */
public final class ZipkinSpans {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ZipkinSpans() {}

  public static String write(List<Span> spans) {
    ArrayNode list = JSON.createArrayNode();
    spans.forEach(span -> write(span, list.addObject()));
    return list.toString();
  }

  private static void write(Span span, ObjectNode out) {
    out.put("traceId", span.traceId());
    out.put("id", span.spanId());
    put(out, "parentId", span.parentId());
    out.put("name", span.operation());
    if (span.kind() != SpanKind.INTERNAL && span.kind() != SpanKind.UNSPECIFIED) {
      out.put("kind", span.kind().name());
    }
    out.put("timestamp", span.startNanos() / 1_000);
    out.put("duration", span.durationNanos() / 1_000);
    out.putObject("localEndpoint").put("serviceName", span.service());
    ObjectNode tags = out.putObject("tags");
    for (Map.Entry<String, String> attribute : span.attributes().entrySet()) {
      tags.put(attribute.getKey(), attribute.getValue());
    }
    put(tags, "service.instance.id", span.instance());
    put(tags, "service.version", span.version());
    if (span.error()) {
      tags.put("otel.status_code", "ERROR");
      tags.put("error", span.attributes().getOrDefault("otel.status_description", ""));
    }
  }

  private static void put(ObjectNode object, String name, @Nullable String value) {
    if (value != null) {
      object.put(name, value);
    }
  }
}
