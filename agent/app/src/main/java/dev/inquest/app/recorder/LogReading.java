package dev.inquest.app.recorder;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.inquest.evidence.LogDraw;
import dev.inquest.evidence.LogQuery;
import dev.inquest.evidence.LogRecord;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A frame's log records as the engine wants them. */
final class LogReading {
  private static final int TRACE_BYTES = 16;

  private LogReading() {}

  static void read(byte[] body, LogQuery query, LogDraw draw)
      throws InvalidProtocolBufferException {
    for (ResourceLogs resource : ExportLogsServiceRequest.parseFrom(body).getResourceLogsList()) {
      Resources who = Resources.of(resource.getResource());
      if (!query.services().isEmpty() && !query.services().contains(who.service())) {
        continue;
      }
      for (ScopeLogs scope : resource.getScopeLogsList()) {
        for (io.opentelemetry.proto.logs.v1.LogRecord record : scope.getLogRecordsList()) {
          if (query.window().contains(at(record))) {
            offer(who, record, query.seed(), draw);
          }
        }
      }
    }
  }

  private static void offer(
      Resources who, io.opentelemetry.proto.logs.v1.LogRecord record, long seed, LogDraw draw) {
    ByteString trace = record.getTraceId();
    if (trace.size() != TRACE_BYTES || TraceIntake.zero(trace)) {
      draw.offerLoose(record.getSeverityNumberValue(), () -> record(who, record));
    } else {
      draw.offerOfRequest(
          Stratum.priority(TraceDigest.number(trace), seed), () -> record(who, record));
    }
  }

  private static Instant at(io.opentelemetry.proto.logs.v1.LogRecord record) {
    return Instant.ofEpochSecond(0, record.getTimeUnixNano());
  }

  private static LogRecord record(Resources who, io.opentelemetry.proto.logs.v1.LogRecord record) {
    return new LogRecord(
        at(record),
        who.service(),
        who.instance(),
        who.version(),
        Math.clamp(record.getSeverityNumberValue(), 0, 24),
        Attributes.text(record.getBody()),
        hex(record.getTraceId()),
        hex(record.getSpanId()),
        Attributes.of(record.getAttributesList()));
  }

  private static @Nullable String hex(ByteString id) {
    return id.isEmpty() || TraceIntake.zero(id) ? null : HexFormat.of().formatHex(id.toByteArray());
  }
}
