package dev.inquest.app.recorder;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.MetricAnswer;
import dev.inquest.evidence.MetricQuery;
import dev.inquest.evidence.MetricSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Reads the recorder's metrics as series. */
public final class RecordedMetrics implements MetricSource {
  /** A cumulative stream needs a point before the window to begin with. */
  private static final Duration LEAD = Duration.ofMinutes(2);

  private final Recorder recorder;

  public RecordedMetrics(Recorder recorder) {
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
  public MetricAnswer series(MetricQuery query) {
    List<String> warnings = new ArrayList<>();
    SeriesCollector collector =
        new SeriesCollector(query.window(), query.maxSeries(), query.maxPoints());
    MetricStreams streams =
        new MetricStreams(
            query.services(), Math.max(1, query.step().toMillis()), query.maxSeries(), collector);
    FrameScan.read(
        recorder.log(Signal.METRICS),
        query.window().from().minus(LEAD).toEpochMilli(),
        query.window().to().toEpochMilli(),
        warnings,
        frame -> read(frame, streams, warnings));
    streams.finish();
    boolean truncated = streams.full() || collector.truncated();
    if (truncated) {
      warnings.add("series or points beyond the query's limits were left out");
    }
    return new MetricAnswer(asked(query), collector.series(), warnings, truncated);
  }

  private static void read(Frame frame, MetricStreams streams, List<String> warnings) {
    try {
      streams.read(frame.body());
    } catch (InvalidProtocolBufferException e) {
      warnings.add("a recorded request cannot be read");
    }
  }

  private static String asked(MetricQuery query) {
    return "recorder metrics services=%s from=%s to=%s step=%s max-series=%d max-points=%d"
        .formatted(
            new TreeSet<>(query.services()),
            query.window().from(),
            query.window().to(),
            query.step(),
            query.maxSeries(),
            query.maxPoints());
  }
}
