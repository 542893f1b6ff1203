package dev.inquest.app.investigation;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import dev.inquest.change.Change;
import dev.inquest.change.ChangeKind;
import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.SeriesId;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.casefile.CaseInfo;
import dev.inquest.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A made-up incident: a service slows down in its database right after a deploy. */
public final class PracticeCase {
  private static final String SERVICE = "practice";
  private static final int SECONDS = 120;
  private static final int ONSET = 90;
  private static final int SERIES = 60;
  private static final String DIFF =
      """
      diff --git a/src/Practice.java b/src/Practice.java
      --- a/src/Practice.java
      +++ b/src/Practice.java
      @@ -1,2 +1,2 @@
      -  int timeoutMillis = 200;
      +  String sql = "SELECT id FROM practice WHERE colour = ?";
      """;

  private final Random random = new Random(1);
  private final Instant from;

  private PracticeCase(Instant from) {
    this.from = from;
  }

  /** One that ends at that time. */
  public static CaseFile at(Instant now) {
    return new PracticeCase(now.minusSeconds(SECONDS)).file();
  }

  private CaseFile file() {
    return new CaseFile(
        new CaseInfo("practice", "practice", from, at(SECONDS), null, null),
        List.of(alert()),
        metrics(),
        traces(),
        List.<LogRecord>of(),
        changes(),
        Topology.EMPTY,
        List.of());
  }

  private Instant at(int second) {
    return from.plusSeconds(second);
  }

  private Alert alert() {
    return new Alert(
        "practice",
        at(SECONDS - 1),
        null,
        AlertStatus.FIRING,
        Map.of("alertname", "HighRequestLatency", "service", SERVICE),
        Map.of("summary", "requests are slow"));
  }

  private List<MetricSeries> metrics() {
    List<MetricSeries> metrics = new ArrayList<>();
    for (int s = 0; s < SERIES; s++) {
      String name = s % 2 == 0 ? "http_server_requests_seconds" : "process_cpu_usage";
      Map<String, String> labels = Map.of("service", SERVICE, "uri", "/" + s);
      long[] times = new long[SECONDS];
      double[] values = new double[SECONDS];
      for (int i = 0; i < SECONDS; i++) {
        times[i] = at(i).toEpochMilli();
        values[i] = level(i) * (1 + 0.1 * random.nextGaussian());
      }
      metrics.add(new MetricSeries(SeriesId.of(name, labels), times, values));
    }
    return metrics;
  }

  private static double level(int second) {
    return second < ONSET ? 0.01 : 0.5;
  }

  private List<SampledTrace> traces() {
    List<SampledTrace> traces = new ArrayList<>();
    for (int i = 0; i < SECONDS; i++) {
      long nanos = (long) (level(i) * 1e9 * (1 + 0.1 * random.nextDouble()));
      String trace = "%032x".formatted(i + 1);
      Span request = span(trace, "1", null, "GET /practice", SpanKind.SERVER, i, nanos);
      Span query = span(trace, "2", "1", "SELECT practice", SpanKind.CLIENT, i, nanos * 9 / 10);
      traces.add(new SampledTrace(List.of(request, query), 1, ""));
    }
    return traces;
  }

  private Span span(
      String trace,
      String id,
      @Nullable String parent,
      String operation,
      SpanKind kind,
      int second,
      long nanos) {
    long start = Duration.between(Instant.EPOCH, at(second)).toNanos();
    return new Span(
        trace, id, parent, SERVICE, "one", "2", operation, kind, start, nanos, false, Map.of());
  }

  private List<Change> changes() {
    return List.of(
        change("practice-commit", ChangeKind.COMMIT, ONSET - 20, null, DIFF),
        change("practice-deploy", ChangeKind.DEPLOY, ONSET - 1, "practice-commit", null));
  }

  private Change change(
      String id, ChangeKind kind, int second, @Nullable String commit, @Nullable String diff) {
    return new Change(
        id,
        kind,
        at(second),
        SERVICE,
        "2",
        commit,
        "nobody",
        "Look by colour",
        List.of("src/Practice.java"),
        diff,
        List.of());
  }
}
