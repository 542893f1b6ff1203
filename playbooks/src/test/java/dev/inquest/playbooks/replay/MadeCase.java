package dev.inquest.playbooks.replay;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import dev.inquest.change.Change;
import dev.inquest.change.ChangeKind;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.SeriesId;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.casefile.CaseInfo;
import dev.inquest.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A small incident: latency of a shop climbs tenfold two minutes after a deploy. */
final class MadeCase {
  static final Instant FROM = Instant.parse("2026-07-11T12:00:00Z");
  static final Instant TO = Instant.parse("2026-07-11T13:35:00Z");
  private static final Instant DEPLOYED = Instant.parse("2026-07-11T13:28:00Z");
  private static final Instant ONSET = Instant.parse("2026-07-11T13:30:00Z");
  private static final int STEP_SECONDS = 15;

  private MadeCase() {}

  static CaseFile of(String id) {
    return new CaseFile(
        new CaseInfo(id, "made", FROM, TO, null, null),
        List.of(
            new Alert(
                "f1",
                ONSET.plusSeconds(60),
                null,
                AlertStatus.FIRING,
                Map.of("alertname", "HighLatency", "service", "shop"),
                Map.of("summary", "latency of shop is high"))),
        List.of(latency("shop", 0.1), latency("mail", 0)),
        traces(),
        List.of(),
        List.of(
            new Change(
                "deploy-1",
                ChangeKind.DEPLOY,
                DEPLOYED,
                "shop",
                "2.0",
                "c1",
                "a",
                "t",
                List.of(),
                null,
                List.of())),
        new Topology(
            List.of(new Topology.Node("shop", Topology.NodeKind.SERVICE, null, null)), List.of()),
        List.of());
  }

  private static MetricSeries latency(String service, double added) {
    int size = (int) (TO.getEpochSecond() - FROM.getEpochSecond()) / STEP_SECONDS;
    long[] millis = new long[size];
    double[] values = new double[size];
    Random random = new Random(service.hashCode());
    for (int i = 0; i < size; i++) {
      Instant at = FROM.plusSeconds((long) i * STEP_SECONDS);
      millis[i] = at.toEpochMilli();
      values[i] = 0.01 + 0.001 * random.nextGaussian() + (at.isBefore(ONSET) ? 0 : added);
    }
    SeriesId id =
        SeriesId.of(
            "http_request_duration_seconds", Map.of("service", service, "statistic", "p95"));
    return new MetricSeries(id, millis, values);
  }

  static List<SampledTrace> traces() {
    List<SampledTrace> traces = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Instant at = TO.minusSeconds(600).plusSeconds(2L * i);
      long start = at.getEpochSecond() * 1_000_000_000L;
      long length = (i % 7 == 0 ? 900 : 20 + i % 5) * 1_000_000L;
      Span span =
          new Span(
              "%032x".formatted(i + 1),
              "%016x".formatted(i + 1),
              null,
              i % 2 == 0 ? "shop" : "mail",
              null,
              null,
              "GET /",
              SpanKind.SERVER,
              start,
              length,
              i % 10 == 0,
              Map.of());
      traces.add(new SampledTrace(List.of(span), 1, ""));
    }
    return traces;
  }
}
