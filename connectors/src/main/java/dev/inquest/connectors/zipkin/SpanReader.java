package dev.inquest.connectors.zipkin;

import dev.inquest.evidence.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The spans of one trace, each with an id of its own. Where client and server share an id, the
 * server keeps it, since the spans below name it as their parent; the client gets another, always
 * the same for the same span, and becomes the server's parent.
 */
final class SpanReader {
  private static final int MAX_SPANS = 1_000;

  /** Any odd constant would do: it must only lead away from the ids that are there. */
  private static final long CLIENT = 0x9e3779b97f4a7c15L;

  private static final class Halves {
    private @Nullable RawSpan caller;
    private @Nullable RawSpan server;

    void add(RawSpan span) {
      if (span.isServer()) {
        server = server == null ? span : server.merged(span);
      } else {
        caller = caller == null ? span : caller.merged(span);
      }
    }
  }

  private final Map<String, Halves> byId = new HashMap<>();
  private int unreadable;

  void add(JsonNode node) {
    RawSpan.of(node)
        .ifPresentOrElse(
            span -> byId.computeIfAbsent(span.id(), id -> new Halves()).add(span),
            () -> unreadable++);
  }

  /** In order of their start; of a trace with very many the earliest. */
  List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    byId.forEach((id, halves) -> put(id, halves, spans));
    spans.sort(Comparator.comparingLong(Span::startNanos).thenComparing(Span::spanId));
    int left = Math.max(0, spans.size() - MAX_SPANS);
    unreadable += left;
    return List.copyOf(spans.subList(0, spans.size() - left));
  }

  /** Spans that were left out; complete after {@link #spans()}. */
  int unreadable() {
    return unreadable;
  }

  private void put(String id, Halves halves, List<Span> into) {
    RawSpan caller = halves.caller;
    RawSpan server = halves.server;
    if (caller != null && server != null) {
      String callerId = callerId(id);
      put(caller.timedAs(server), callerId, caller.parentId(), into);
      put(server.timedAs(caller), id, callerId, into);
    } else if (server != null) {
      put(server, id, server.parentId(), into);
    } else if (caller != null) {
      put(caller, id, caller.parentId(), into);
    }
  }

  private void put(RawSpan span, String id, @Nullable String parent, List<Span> into) {
    if (span.startMicros() > 0) {
      into.add(span.span(id, parent));
    } else {
      unreadable++;
    }
  }

  private static String callerId(String id) {
    String low = id.length() > 16 ? id.substring(id.length() - 16) : id;
    return "%016x".formatted(Long.parseUnsignedLong(low, 16) ^ CLIENT);
  }
}
