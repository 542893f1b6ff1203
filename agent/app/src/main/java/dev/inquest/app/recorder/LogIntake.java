package dev.inquest.app.recorder;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;

/** Keeps the log records whose time can be believed; where none is given it is when we saw it. */
final class LogIntake {
  private static final byte[] NO_DIGEST = new byte[0];
  private static final String WHY = "records need a believable time";

  private LogIntake() {}

  static Taken take(ExportLogsServiceRequest request, TimeBounds bounds, long nowNanos) {
    ExportLogsServiceRequest.Builder kept = ExportLogsServiceRequest.newBuilder();
    long rejected = 0;
    for (ResourceLogs resource : request.getResourceLogsList()) {
      ResourceLogs.Builder logs = resource.toBuilder().clearScopeLogs();
      for (ScopeLogs scope : resource.getScopeLogsList()) {
        ScopeLogs.Builder records = scope.toBuilder().clearLogRecords();
        for (LogRecord record : scope.getLogRecordsList()) {
          LogRecord timed = timed(record, nowNanos);
          if (bounds.take(timed.getTimeUnixNano())) {
            records.addLogRecords(timed);
          } else {
            rejected++;
          }
        }
        logs.addScopeLogs(records);
      }
      kept.addResourceLogs(logs);
    }
    return bounds.taken(NO_DIGEST, kept.build().toByteArray(), rejected, WHY);
  }

  private static LogRecord timed(LogRecord record, long nowNanos) {
    if (record.getTimeUnixNano() != 0) {
      return record;
    }
    long observed = record.getObservedTimeUnixNano();
    return record.toBuilder().setTimeUnixNano(observed == 0 ? nowNanos : observed).build();
  }
}
