package dev.inquest.app.recorder;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.LogAnswer;
import dev.inquest.evidence.LogDraw;
import dev.inquest.evidence.LogQuery;
import dev.inquest.evidence.LogSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Samples the recorder's logs: whole requests, those whose traces are drawn first too. */
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
    LogDraw draw = new LogDraw(query.maxRecords(), query.seed());
    FrameScan.read(
        recorder.log(Signal.LOGS),
        query.window().from().toEpochMilli(),
        query.window().to().toEpochMilli(),
        warnings,
        frame -> read(frame, query, draw, warnings));
    return new LogAnswer(asked(query), draw.records(), draw.seen(), warnings);
  }

  private static void read(Frame frame, LogQuery query, LogDraw draw, List<String> warnings) {
    try {
      LogReading.read(frame.body(), query, draw);
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
