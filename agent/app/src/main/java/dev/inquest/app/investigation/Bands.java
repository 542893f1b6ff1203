package dev.inquest.app.investigation;

import dev.inquest.analysis.Symptom;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import dev.inquest.investigation.Detection;
import dev.inquest.investigation.Matching;
import dev.inquest.investigation.Scope;
import dev.inquest.investigation.Shift;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which series must return, and whereto. They are the strongest shifts of what users feel (latency
 * and errors) at the alerting services; where none of these shifted, the strongest of all. A band
 * is what the baseline held: its central 99 %, and at least three robust standard deviations to
 * either side of its median; and what differs from it by less than matters to anyone.
 */
final class Bands {
  private static final int MAX_BANDS = 3;
  private static final double TAIL = 0.005;
  private static final double DEVIATIONS = 3;

  private Bands() {}

  static List<Band> of(Scope scope, Detection detection, List<MetricSeries> metrics) {
    Map<String, Shift> byKey = new TreeMap<>();
    detection.shifts().stream()
        .sorted(Comparator.comparingDouble((Shift s) -> -Math.abs(s.effect())))
        .forEach(s -> byKey.putIfAbsent(SeriesKey.of(s.series()).toString(), s));
    List<Shift> shifts =
        byKey.values().stream()
            .sorted(Comparator.comparingDouble((Shift s) -> -Math.abs(s.effect())))
            .toList();
    List<Shift> felt =
        shifts.stream().filter(s -> Matching.worse(s) && felt(s.series(), scope)).toList();
    return (felt.isEmpty() ? shifts : felt)
        .stream().limit(MAX_BANDS).map(s -> band(s, metrics)).toList();
  }

  private static boolean felt(SeriesId series, Scope scope) {
    Symptom symptom = Symptom.of(series);
    boolean users = symptom == Symptom.LATENCY || symptom == Symptom.ERROR;
    String service = series.service();
    return users
        && (scope.alerting().isEmpty() || (service != null && scope.alerting().contains(service)));
  }

  private static Band band(Shift shift, List<MetricSeries> metrics) {
    SeriesKey key = SeriesKey.of(shift.series());
    double deviation =
        shift.effect() == 0 ? 0 : Math.abs((shift.after() - shift.before()) / shift.effect());
    double low = shift.before() - DEVIATIONS * deviation;
    double high = shift.before() + DEVIATIONS * deviation;
    double[] baseline = baseline(key, shift, metrics);
    if (baseline.length > 0) {
      low = Math.min(low, baseline[(int) Math.floor(TAIL * (baseline.length - 1))]);
      high = Math.max(high, baseline[(int) Math.ceil((1 - TAIL) * (baseline.length - 1))]);
    }
    String service = shift.series().service();
    String named = service == null ? "" : service;
    return new Band(key, named, shift.series(), shift.before(), low, high);
  }

  /** Finite values before the onset, in order of size. */
  private static double[] baseline(SeriesKey key, Shift shift, List<MetricSeries> metrics) {
    long onset = shift.onset().from().toEpochMilli();
    List<double[]> parts = new ArrayList<>();
    for (MetricSeries series : metrics) {
      if (SeriesKey.of(series.id()).equals(key)) {
        parts.add(series.values(0, series.firstAtOrAfter(onset)));
      }
    }
    return parts.stream()
        .flatMapToDouble(Arrays::stream)
        .filter(Double::isFinite)
        .sorted()
        .toArray();
  }
}
