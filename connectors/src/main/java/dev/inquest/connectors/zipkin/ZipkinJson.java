package dev.inquest.connectors.zipkin;

import dev.inquest.evidence.Span;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code [[{"traceId": …}, …], …]}, a trace at a time. */
final class ZipkinJson {
  /** Reads a tree from the midst of a document. */
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private ZipkinJson() {}

  /**
   * @param limit with which was asked: so many traces may not be all
   */
  static ZipkinAnswer traces(byte[] body, int limit) {
    List<List<Span>> traces = new ArrayList<>();
    int given = 0;
    int unreadable = 0;
    try (JsonParser parser = JSON.createParser(body)) {
      expect(parser.nextToken() == JsonToken.START_ARRAY, "the traces are no list");
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        expect(parser.currentToken() == JsonToken.START_ARRAY, "a trace is no list");
        SpanReader reader = new SpanReader();
        JsonNode trace = JSON.readTree(parser);
        trace.forEach(reader::add);
        List<Span> spans = reader.spans();
        if (!spans.isEmpty()) {
          traces.add(spans);
        }
        unreadable += reader.unreadable();
        given++;
      }
      expect(parser.nextToken() == null, "something follows the traces");
    } catch (JacksonException e) {
      throw ZipkinClient.nonsense("it is no JSON, or cut short");
    }
    return new ZipkinAnswer(traces, given >= limit, unreadable);
  }

  /** How many services there are. */
  static int services(byte[] body) {
    try {
      JsonNode names = JsonMapper.shared().readTree(body);
      expect(names != null && names.isArray(), "the services are no list");
      return names.size();
    } catch (JacksonException e) {
      throw ZipkinClient.nonsense("it is no JSON, or cut short");
    }
  }

  private static void expect(boolean good, String otherwise) {
    if (!good) {
      throw ZipkinClient.nonsense(otherwise);
    }
  }
}
