package dev.inquest.app.recorder;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** A frame's spans as the engine wants them. */
final class SpanReading {
  private SpanReading() {}

  /**
   * @param wanted by a trace's number
   */
  static void read(byte[] body, LongPredicate wanted, Consumer<Span> sink)
      throws InvalidProtocolBufferException {
    for (ResourceSpans resource :
        ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
      Resources who = Resources.of(resource.getResource());
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        for (io.opentelemetry.proto.trace.v1.Span span : scope.getSpansList()) {
          if (wanted.test(TraceDigest.number(span.getTraceId()))) {
            sink.accept(span(who, span));
          }
        }
      }
    }
  }

  private static Span span(Resources who, io.opentelemetry.proto.trace.v1.Span span) {
    HexFormat hex = HexFormat.of();
    return new Span(
        hex.formatHex(span.getTraceId().toByteArray()),
        hex.formatHex(span.getSpanId().toByteArray()),
        TraceIntake.zero(span.getParentSpanId())
            ? null
            : hex.formatHex(span.getParentSpanId().toByteArray()),
        who.service(),
        who.instance(),
        who.version(),
        Attributes.cut(span.getName()),
        kind(span.getKind()),
        span.getStartTimeUnixNano(),
        span.getEndTimeUnixNano() - span.getStartTimeUnixNano(),
        span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR,
        Attributes.of(span.getAttributesList()));
  }

  private static SpanKind kind(io.opentelemetry.proto.trace.v1.Span.SpanKind kind) {
    return switch (kind) {
      case SPAN_KIND_INTERNAL -> SpanKind.INTERNAL;
      case SPAN_KIND_SERVER -> SpanKind.SERVER;
      case SPAN_KIND_CLIENT -> SpanKind.CLIENT;
      case SPAN_KIND_PRODUCER -> SpanKind.PRODUCER;
      case SPAN_KIND_CONSUMER -> SpanKind.CONSUMER;
      case SPAN_KIND_UNSPECIFIED, UNRECOGNIZED -> SpanKind.UNSPECIFIED;
    };
  }
}
