package dev.inquest.app.recorder;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.LogAnswer;
import dev.inquest.evidence.LogQuery;
import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.LogSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Samples the recorder's logs: uniformly, without replacement, by a seeded hash. */
public final class RecordedLogs implements LogSource {
  private final Recorder recorder;

  public RecordedLogs(Recorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public String name() {
    return RecorderCheck.NAME;
  }

  @Override
  public CheckResult check() {
    return RecorderCheck.of(recorder);
  }

  @Override
  public LogAnswer logs(LogQuery query) {
    List<String> warnings = new ArrayList<>();
    LogReservoir reservoir = new LogReservoir(query.maxRecords(), query.seed());
    FrameScan.read(
        recorder.log(Signal.LOGS),
        query.window().from().toEpochMilli(),
        query.window().to().toEpochMilli(),
        warnings,
        frame -> read(frame, query, reservoir, warnings));
    List<LogRecord> records = reservoir.records();
    return new LogAnswer(asked(query), records, reservoir.seen(), warnings);
  }

  private static void read(
      Frame frame, LogQuery query, LogReservoir reservoir, List<String> warnings) {
    try {
      LogReading.read(frame.body(), query, reservoir::add);
    } catch (InvalidProtocolBufferException e) {
      warnings.add("a recorded request cannot be read");
    }
  }

  private static String asked(LogQuery query) {
    return "recorder logs services=%s from=%s to=%s max=%d seed=%d"
        .formatted(
            new TreeSet<>(query.services()),
            query.window().from(),
            query.window().to(),
            query.maxRecords(),
            query.seed());
  }
}
