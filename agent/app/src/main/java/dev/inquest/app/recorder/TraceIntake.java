package dev.inquest.app.recorder;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;

/** Keeps the spans that make sense, with a digest by which traces are drawn. */
final class TraceIntake {
  private static final int TRACE_ID_BYTES = 16;
  private static final int SPAN_ID_BYTES = 8;
  private static final String WHY =
      "spans need ids that are not zero, an end not before the start, and a believable time";

  private final TimeBounds bounds;
  private final TraceDigest.Builder digest = new TraceDigest.Builder();
  private long rejected;

  private TraceIntake(TimeBounds bounds) {
    this.bounds = bounds;
  }

  static Taken take(ExportTraceServiceRequest request, TimeBounds bounds) {
    return new TraceIntake(bounds).take(request);
  }

  private Taken take(ExportTraceServiceRequest request) {
    ExportTraceServiceRequest.Builder kept = ExportTraceServiceRequest.newBuilder();
    for (ResourceSpans resource : request.getResourceSpansList()) {
      int service = digest.service(Resources.of(resource.getResource()).service());
      ResourceSpans.Builder spans = resource.toBuilder().clearScopeSpans();
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        spans.addScopeSpans(keep(scope, service));
      }
      kept.addResourceSpans(spans);
    }
    return bounds.taken(digest.bytes(), kept.build().toByteArray(), rejected, WHY);
  }

  private ScopeSpans keep(ScopeSpans scope, int service) {
    ScopeSpans.Builder kept = scope.toBuilder().clearSpans();
    for (Span span : scope.getSpansList()) {
      if (sound(span)) {
        digest.add(
            span.getTraceId(),
            span.getStartTimeUnixNano(),
            span.getEndTimeUnixNano() - span.getStartTimeUnixNano(),
            span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR,
            zero(span.getParentSpanId()),
            service);
        kept.addSpans(span);
      } else {
        rejected++;
      }
    }
    return kept.build();
  }

  private boolean sound(Span span) {
    return span.getTraceId().size() == TRACE_ID_BYTES
        && span.getSpanId().size() == SPAN_ID_BYTES
        && !zero(span.getTraceId())
        && !zero(span.getSpanId())
        && (span.getParentSpanId().isEmpty() || span.getParentSpanId().size() == SPAN_ID_BYTES)
        && span.getStartTimeUnixNano() >= 0
        && span.getEndTimeUnixNano() >= span.getStartTimeUnixNano()
        && bounds.take(span.getStartTimeUnixNano());
  }

  static boolean zero(ByteString id) {
    for (int i = 0; i < id.size(); i++) {
      if (id.byteAt(i) != 0) {
        return false;
      }
    }
    return true;
  }
}
