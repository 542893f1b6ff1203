package dev.inquest.verification;

import dev.inquest.analysis.FiniteSeries;
import dev.inquest.analysis.MannWhitney;
import dev.inquest.analysis.Robust;
import dev.inquest.analysis.Symptom;
import dev.inquest.change.ChangeUnit;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import dev.inquest.investigation.Figures;
import dev.inquest.investigation.Matching;
import dev.inquest.investigation.Sentences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The comparison of new and old instances by metrics, where traces do not serve. */
final class VersionSeries {
  private static final int MIN_SAMPLES = 5;
  private static final double MAX_P = 0.01;
  private static final double MIN_RATIO = 1.25;

  private VersionSeries() {}

  /** Two series of the same thing, one from each side, since the onset. */
  private record Pair(SeriesId id, List<Double> old, List<Double> fresh) {}

  static Finding judge(Inquiry inquiry, ChangeUnit unit) {
    SortedMap<String, Pair> pairs = new TreeMap<>();
    Matching matching = Matching.of(inquiry.scope(), inquiry.gathered().metrics());
    for (MetricSeries series : inquiry.gathered().metrics()) {
      String service = Matching.name(inquiry.services(), series.id().service());
      boolean named = series.id().version() != null || series.id().instance() != null;
      if (named
          && service != null
          && service.equals(unit.service())
          && matching.covers(series.id())) {
        add(inquiry, unit, series, pairs);
      }
    }
    return pairs.values().stream()
        .filter(p -> p.old().size() >= MIN_SAMPLES && p.fresh().size() >= MIN_SAMPLES)
        .max(
            Comparator.comparingInt((Pair p) -> Math.min(p.old().size(), p.fresh().size()))
                .thenComparing(p -> p.id().toString(), Comparator.reverseOrder()))
        .map(pair -> judge(inquiry, pair))
        .orElseGet(() -> Finding.untestable("old and new instances never served together"));
  }

  private static void add(
      Inquiry inquiry, ChangeUnit unit, MetricSeries series, SortedMap<String, Pair> pairs) {
    SortedMap<String, String> labels = new TreeMap<>(series.id().labels());
    labels.remove("instance");
    labels.remove("version");
    SeriesId id = new SeriesId(series.id().name(), labels);
    Pair pair =
        pairs.computeIfAbsent(
            id.toString(), k -> new Pair(id, new ArrayList<>(), new ArrayList<>()));
    boolean replaced = replaced(series.id(), unit);
    if (!replaced && VersionSplit.laterVersions(inquiry, unit).contains(series.id().version())) {
      return;
    }
    FiniteSeries finite = FiniteSeries.of(series, inquiry.scope().window().from());
    for (int i = finite.firstAtOrAfter(inquiry.onset().to()); i < finite.size(); i++) {
      (replaced ? pair.fresh() : pair.old()).add(finite.valueAt(i));
    }
  }

  private static boolean replaced(SeriesId id, ChangeUnit unit) {
    String version = unit.version();
    return (version != null && id.version() != null)
        ? version.equals(id.version())
        : unit.instances().contains(id.instance());
  }

  private static Finding judge(Inquiry inquiry, Pair pair) {
    double[] old = pair.old().stream().mapToDouble(Double::doubleValue).toArray();
    double[] fresh = pair.fresh().stream().mapToDouble(Double::doubleValue).toArray();
    double before = Robust.median(old);
    double after = Robust.median(fresh);
    boolean lower = Symptom.worseWhenLower(pair.id());
    boolean ratio = lower ? after * MIN_RATIO <= before : after >= before * MIN_RATIO && after > 0;
    boolean worse = ratio && MannWhitney.pValue(old, fresh) < MAX_P;
    String sentence =
        Sentences.name(pair.id())
            + " since the onset: "
            + Figures.of(pair.id(), after)
            + " in the new version, "
            + Figures.of(pair.id(), before)
            + " in the others.";
    return VersionSplit.finding(worse, sentence, inquiry.cited(EvidenceKind.METRICS));
  }
}
