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
import dev.inquest.investigation.Shift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The comparison of new and old instances by metrics, where traces do not serve. */
final class VersionSeries {
  private static final int MIN_SAMPLES = 5;
  private static final double MAX_P = 0.01;
  private static final double MIN_RATIO = 1.25;

  private VersionSeries() {}

  /** A value at a time, milliseconds since 1970. */
  private record Reading(long at, double value) {}

  /**
   * The same thing measured at both sides since the onset; of it counts what was measured at both
   * in the same time.
   */
  private static final class Sides {
    final SeriesId id;
    private final List<Reading> old = new ArrayList<>();
    private final List<Reading> fresh = new ArrayList<>();
    private final Together together = new Together();

    Sides(SeriesId id) {
      this.id = id;
    }

    void add(long at, double value, boolean ofFresh) {
      (ofFresh ? fresh : old).add(new Reading(at, value));
      together.saw(at, ofFresh);
    }

    double[] old() {
      return values(old);
    }

    double[] fresh() {
      return values(fresh);
    }

    boolean enough() {
      return old().length >= MIN_SAMPLES && fresh().length >= MIN_SAMPLES;
    }

    private double[] values(List<Reading> readings) {
      return readings.stream()
          .filter(r -> together.covers(r.at))
          .mapToDouble(Reading::value)
          .toArray();
    }
  }

  static Finding judge(Inquiry inquiry, ChangeUnit unit) {
    SortedMap<String, Sides> sides = new TreeMap<>();
    Matching matching = Matching.of(inquiry.scope(), inquiry.gathered().metrics());
    for (MetricSeries series : inquiry.gathered().metrics()) {
      String service = Matching.name(inquiry.services(), series.id().service());
      boolean named = series.id().version() != null || series.id().instance() != null;
      if (named
          && service != null
          && service.equals(unit.service())
          && matching.covers(series.id())) {
        add(inquiry, unit, series, sides);
      }
    }
    List<Sides> both = sides.values().stream().filter(Sides::enough).toList();
    if (both.isEmpty()) {
      return Finding.untestable("old and new instances never served together");
    }
    Set<String> shifted = shifted(inquiry, unit);
    List<Compared> compared =
        both.stream()
            .filter(p -> shifted.contains(p.id.name()))
            .map(VersionSeries::compare)
            .sorted(
                Comparator.comparingDouble(Compared::pValue).thenComparing(c -> c.id().toString()))
            .toList();
    return compared.isEmpty()
        ? Finding.untestable("nothing that shifted is known of old and new instances apart")
        : judge(inquiry, compared);
  }

  /** What moved in that service; what did not move is alike in both and clears nobody. */
  private static Set<String> shifted(Inquiry inquiry, ChangeUnit unit) {
    return inquiry.detection().shifts().stream()
        .map(Shift::series)
        .filter(id -> {
          String service = Matching.name(inquiry.services(), id.service());
          return service != null && service.equals(unit.service());
        })
        .map(SeriesId::name)
        .collect(Collectors.toSet());
  }

  private static void add(
      Inquiry inquiry, ChangeUnit unit, MetricSeries series, SortedMap<String, Sides> sides) {
    SortedMap<String, String> labels = new TreeMap<>(series.id().labels());
    labels.remove("instance");
    labels.remove("version");
    SeriesId id = new SeriesId(series.id().name(), labels);
    Sides both = sides.computeIfAbsent(id.toString(), k -> new Sides(id));
    boolean replaced = replaced(series.id(), unit);
    if (!replaced && VersionSplit.laterVersions(inquiry, unit).contains(series.id().version())) {
      return;
    }
    FiniteSeries finite = FiniteSeries.of(series, inquiry.scope().window().from());
    for (int i = finite.firstAtOrAfter(inquiry.onset().to()); i < finite.size(); i++) {
      both.add(finite.timeAt(i).toEpochMilli(), finite.valueAt(i), replaced);
    }
  }

  private static boolean replaced(SeriesId id, ChangeUnit unit) {
    String version = unit.version();
    return (version != null && id.version() != null)
        ? version.equals(id.version())
        : unit.instances().contains(id.instance());
  }

  /**
   * @param pValue that the new instances are worse by chance; 1 where they are not
   */
  private record Compared(SeriesId id, double old, double fresh, double pValue) {}

  private static Compared compare(Sides sides) {
    double[] old = sides.old();
    double[] fresh = sides.fresh();
    double before = Robust.median(old);
    double after = Robust.median(fresh);
    boolean lower = Symptom.worseWhenLower(sides.id);
    boolean worse = lower ? after * MIN_RATIO <= before : after >= before * MIN_RATIO && after > 0;
    return new Compared(sides.id, before, after, worse ? MannWhitney.pValue(old, fresh) : 1);
  }

  /** By the one that tells most; each of several had its chance (Bonferroni). */
  private static Finding judge(Inquiry inquiry, List<Compared> compared) {
    Compared first = compared.getFirst();
    boolean worse = first.pValue() * compared.size() < MAX_P;
    String sentence =
        Sentences.name(first.id())
            + " since the onset: "
            + Figures.of(first.id(), first.fresh())
            + " in the new version, "
            + Figures.of(first.id(), first.old())
            + " in the others.";
    if (!worse && first.pValue() < 1) {
      return Finding.untestable("too few samples of old and new instances: " + sentence);
    }
    return VersionSplit.finding(worse, sentence, inquiry.cited(EvidenceKind.METRICS));
  }
}
