package dev.inquest.lab.bench;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
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
import java.util.SplittableRandom;

/**
 * An incident of any size: twenty services, of which one slows down half an hour before the end.
 */
final class MadeCase {
  private static final int SERVICES = 20;
  private static final int SERIES = 100;
  private static final int TRACES = 2_000;
  private static final int POINTS = 240;
  private static final int SPANS = 8;
  private static final Instant FROM = Instant.parse("2026-03-02T08:00:00Z");
  private static final Instant TO = FROM.plus(Duration.ofMinutes(POINTS));
  private static final Instant ONSET = TO.minus(Duration.ofMinutes(30));
  private static final long MINUTE_MILLIS = 60_000;
  private static final long NANOS_IN_SECOND = 1_000_000_000L;

  CaseFile of(int timesSeries, int timesTraces) {
    SplittableRandom random = new SplittableRandom(3);
    Alert alert =
        new Alert(
            "slow",
            ONSET.plus(Duration.ofMinutes(10)),
            null,
            AlertStatus.FIRING,
            Map.of("service", "s0", "alertname", "LatencyHigh"),
            Map.of());
    return new CaseFile(
        new CaseInfo("made", "made", FROM, TO, null, null),
        List.of(alert),
        series(SERIES * timesSeries, random),
        traces(TRACES * timesTraces, random),
        List.of(),
        List.of(),
        Topology.EMPTY,
        List.of());
  }

  private static List<MetricSeries> series(int count, SplittableRandom random) {
    List<MetricSeries> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int service = i % SERVICES;
      long[] millis = new long[POINTS];
      double[] values = new double[POINTS];
      for (int at = 0; at < POINTS; at++) {
        millis[at] = FROM.toEpochMilli() + at * MINUTE_MILLIS;
        boolean slow = service < 3 && millis[at] >= ONSET.toEpochMilli();
        values[at] = 0.1 + 0.01 * random.nextGaussian() + (slow ? 0.3 : 0);
      }
      SeriesId id =
          SeriesId.of(
              "request_seconds", Map.of("service", "s" + service, "route", "/r" + i / SERVICES));
      all.add(new MetricSeries(id, millis, values));
    }
    return all;
  }

  private static List<SampledTrace> traces(int count, SplittableRandom random) {
    List<SampledTrace> all = new ArrayList<>();
    long length = Duration.between(FROM, TO).toNanos();
    for (int i = 0; i < count; i++) {
      long start = FROM.getEpochSecond() * NANOS_IN_SECOND + (long) ((double) i / count * length);
      all.add(new SampledTrace(spans(i, start, random), 1, ""));
    }
    return all;
  }

  /** A chain of calls, each within the one above it. */
  private static List<Span> spans(int trace, long start, SplittableRandom random) {
    boolean slow = start >= ONSET.getEpochSecond() * NANOS_IN_SECOND;
    List<Span> spans = new ArrayList<>();
    String traceId = String.format("%032x", trace + 1);
    long self = (long) ((slow ? 40_000_000 : 10_000_000) * (0.5 + random.nextDouble()));
    for (int i = 0; i < SPANS; i++) {
      String service = "s" + i;
      long within = i * 1_000_000L;
      spans.add(
          new Span(
              traceId,
              String.format("%016x", (long) trace * SPANS + i + 1),
              i == 0 ? null : spans.get(i - 1).spanId(),
              service,
              null,
              null,
              "GET /" + i,
              SpanKind.SERVER,
              start + within,
              self + (SPANS - i) * 2_000_000L,
              false,
              Map.of()));
    }
    return spans;
  }
}
