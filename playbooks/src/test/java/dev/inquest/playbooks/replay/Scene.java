package dev.inquest.playbooks.replay;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import dev.inquest.change.Change;
import dev.inquest.change.ChangeKind;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.SeriesId;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import dev.inquest.investigation.StatisticalEngine;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.casefile.CaseInfo;
import dev.inquest.playbooks.format.CatalogueLoader;
import dev.inquest.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** An incident made by hand: two hours, one sample a minute, the trouble begins at minute 100. */
final class Scene {
  static final int ONSET = 100;
  static final int MINUTES = 120;
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private final Random random = new Random(7);
  private final String alerting;
  private final String metric;
  private final String summary;
  private final List<MetricSeries> metrics = new ArrayList<>();
  private final List<LogRecord> logs = new ArrayList<>();
  private final List<SampledTrace> traces = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();

  private Scene(String alerting, String metric, String summary) {
    this.alerting = alerting;
    this.metric = metric;
    this.summary = summary;
  }

  static Scene alert(String service, String metric, String summary) {
    return new Scene(service, metric, summary);
  }

  static Instant at(double minute) {
    return START.plusMillis((long) (minute * 60_000));
  }

  /** A series that steps at the onset, with five per cent of noise. */
  Scene step(String service, String name, double before, double after) {
    long[] times = new long[MINUTES];
    double[] values = new double[MINUTES];
    for (int i = 0; i < MINUTES; i++) {
      times[i] = at(i).toEpochMilli();
      double level = i < ONSET ? before : after;
      values[i] = level * (1 + 0.05 * random.nextGaussian());
    }
    metrics.add(new MetricSeries(SeriesId.of(name, Map.of("service", service)), times, values));
    return this;
  }

  /** A series of one instance, steady until nothing comes any more. */
  Scene heard(String service, String instance, int until) {
    long[] times = new long[until];
    double[] values = new double[until];
    for (int i = 0; i < until; i++) {
      times[i] = at(i).toEpochMilli();
      values[i] = 0.3 * (1 + 0.05 * random.nextGaussian());
    }
    SeriesId id = SeriesId.of("process_load", Map.of("service", service, "instance", instance));
    metrics.add(new MetricSeries(id, times, values));
    return this;
  }

  /** The record was there all the time. */
  Scene usual(String service, String body) {
    for (int minute = 1; minute < MINUTES; minute += 6) {
      log(service, 9, minute, body, Map.of());
    }
    return this;
  }

  /** An error, ten times since the onset. */
  Scene error(String service, String body) {
    return error(service, body, Map.of());
  }

  Scene error(String service, String body, Map<String, String> attributes) {
    for (int i = 0; i < 10; i++) {
      log(service, 17, ONSET + 0.5 + 1.7 * i, body, attributes);
    }
    return this;
  }

  private void log(
      String service, int severity, double minute, String body, Map<String, String> attributes) {
    logs.add(
        new LogRecord(at(minute), service, null, null, severity, body, null, null, attributes));
  }

  /** A request before the onset and a failing one after it, along a chain of services. */
  Scene calls(String failing, String message, String... chain) {
    for (int k = 0; k < 2; k++) {
      boolean late = k == 1;
      String trace = String.format("%032x", traces.size() + 1);
      List<Span> spans = new ArrayList<>();
      for (int i = 0; i < chain.length; i++) {
        boolean error = late && indexOf(chain, failing) >= i;
        spans.add(
            new Span(
                trace,
                "0" + i,
                i == 0 ? null : "0" + (i - 1),
                chain[i],
                null,
                null,
                "call " + chain[i],
                SpanKind.SERVER,
                at(late ? ONSET + 5 : 20).toEpochMilli() * 1_000_000 + i,
                20_000_000L,
                error,
                error && chain[i].equals(failing)
                    ? Map.of("otel.status_description", message)
                    : Map.of()));
      }
      traces.add(new SampledTrace(spans, 1, "s"));
    }
    return this;
  }

  private static int indexOf(String[] chain, String service) {
    return List.of(chain).indexOf(service);
  }

  /** A commit and its deploy half a minute later. */
  Scene release(String id, double minute, String service, String path, String diff) {
    commit(id, minute, path, diff);
    changes.add(
        change("deploy-" + id, ChangeKind.DEPLOY, minute + 0.5, service, id, List.of(), null));
    return this;
  }

  Scene commit(String id, double minute, String path, String diff) {
    String text = diff.isEmpty() ? null : "@@ " + path + " @@\n" + diff;
    changes.add(change(id, ChangeKind.COMMIT, minute, null, null, List.of(path), text));
    return this;
  }

  private static Change change(
      String id,
      ChangeKind kind,
      double minute,
      @org.jspecify.annotations.Nullable String service,
      @org.jspecify.annotations.Nullable String commit,
      List<String> files,
      @org.jspecify.annotations.Nullable String diff) {
    return new Change(
        id, kind, at(minute), service, null, commit, null, "tidy", files, diff, List.of());
  }

  /** What goes on everywhere: harmless releases near the onset. */
  Scene busy(String service) {
    return release("busy1", 60, service, "docs/" + service + ".md", "-old words\n+new words")
        .release(
            "busy2",
            97,
            service,
            service + "/src/names.go",
            "-\tc := r.Context()\n-\treturn fetch(c, q)\n+\tctx := r.Context()\n+\treturn fetch(ctx, q)")
        .release(
            "busy3",
            98.5,
            service,
            service + "/go.mod",
            "-\tgithub.com/google/uuid v1.6.0\n+\tgithub.com/google/uuid v1.6.1")
        .commit("busy4", 99, "web/src/Banner.tsx", "")
        .commit("busy5", 110, service + "/src/later.go", "+\treturn nil");
  }

  Diagnosis diagnose() {
    Alert alert =
        new Alert(
            "f1",
            at(ONSET + 4),
            null,
            AlertStatus.FIRING,
            Map.of("alertname", "alert-1", "service", alerting, "metric", metric),
            Map.of("summary", summary));
    CaseInfo info = new CaseInfo("1", "made", at(0), at(MINUTES), null, null);
    CaseFile file =
        new CaseFile(
            info, List.of(alert), metrics, traces, logs, changes, Topology.EMPTY, List.of());
    return new Replay(
            CatalogueLoader.builtIn(), StatisticalEngine::new, () -> Duration.ZERO.toNanos())
        .diagnose(file);
  }
}
