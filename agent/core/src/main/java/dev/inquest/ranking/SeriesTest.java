package dev.inquest.ranking;

import dev.inquest.analysis.FiniteSeries;
import dev.inquest.analysis.SustainedScan;
import dev.inquest.analysis.SustainedScan.Found;
import dev.inquest.analysis.Symptom;
import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import dev.inquest.investigation.Sentences;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One series against its own past. */
final class SeriesTest {
  private static final Set<String> MEANS = Set.of("mean", "average", "avg");
  private static final Set<String> MIDDLES = Set.of("p50", "median");

  /** What neighbouring samples must agree: a quarter of the stretch, two at least. */
  private static final int QUARTER = 4;

  private final RankSettings.Scan settings;
  private final SustainedScan scan;
  private final Recent recent;

  /**
   * @param effect signed
   */
  record Tested(
      MetricSeries series,
      Aspect aspect,
      double effect,
      double before,
      double after,
      Onset onset,
      double pValue) {
    boolean worse() {
      return switch (aspect) {
        case TRAFFIC -> effect < 0;
        case OTHER -> true;
        default -> effect > 0;
      };
    }

    String group() {
      SeriesId id = series.id();
      return String.join(
          "\0",
          Objects.toString(id.service(), ""),
          Objects.toString(id.instance(), ""),
          aspect.word(),
          id.name());
    }
  }

  SeriesTest(RankSettings.Scan settings, Recent recent) {
    this.settings = settings;
    this.scan =
        new SustainedScan(settings.reachQuantile(), settings.scaleFloor(), settings.zeroFloor());
    this.recent = recent;
  }

  /** Whether it goes on to now, but began too late to be held against its own past. */
  boolean isYoung(MetricSeries series) {
    int split = series.firstAtOrAfter(recent.from(series).toEpochMilli());
    return split < settings.minBaseline() && split < series.size();
  }

  /** Empty where the series says too little on either side. */
  Optional<Tested> of(FiniteSeries series) {
    int split = series.firstAtOrAfter(recent.from(series.series()));
    if (split < settings.minBaseline() || split >= series.size()) {
      return Optional.empty();
    }
    double[] all = Failures.of(series.series().id(), series.values(0, series.size()));
    double[] baseline = Arrays.copyOfRange(all, 0, split);
    double[] now = Arrays.copyOfRange(all, split, all.length);
    int run = Math.min(now.length, Math.max(2, (now.length + QUARTER - 1) / QUARTER));
    double floor = settings.shareFloor() * Failures.bound(series.series().id(), all);
    SustainedScan.Directed strongest = scan.strongest(baseline, now, run, floor);
    return Optional.of(tested(series, split, strongest.found(), strongest.sign()));
  }

  private static Tested tested(FiniteSeries series, int split, Found found, int sign) {
    int first = split + found.from();
    Onset onset = new Onset(series.timeAt(first - 1), series.timeAt(first));
    return new Tested(
        series.series(),
        Aspect.of(Symptom.of(series.series().id())),
        sign * found.effect(),
        sign * found.centre(),
        sign * found.peak(),
        onset,
        Math.min(1, 2 * found.pValue()));
  }

  /**
   * Statistics of one metric are one witness: the second largest effect counts, so that a lone wild
   * percentile does not; the size is told by the mean where there is one.
   *
   * @param clear those that are surely off, at least one
   * @param members all that were tested, off or not
   */
  static Sign sign(List<Tested> clear, List<Tested> members) {
    List<Tested> sorted =
        clear.stream()
            .sorted(
                Comparator.comparingDouble((Tested t) -> -Math.abs(t.effect()))
                    .thenComparing(t -> t.series().id().toString()))
            .toList();
    Tested counting = sorted.get(sorted.size() > 1 ? 1 : 0);
    boolean lone = members.size() > 1 && sorted.size() == 1;
    Tested size =
        members.stream()
            .min(
                Comparator.comparingInt(SeriesTest::meanFirst)
                    .thenComparing(t -> t.series().id().toString()))
            .orElse(counting);
    SeriesId id = size.series().id();
    return new Sign(
        Objects.requireNonNull(id.service()),
        id.instance(),
        size.aspect(),
        id.name(),
        lone ? counting.effect() / 2 : counting.effect(),
        counting.worse(),
        size.before(),
        size.after(),
        1,
        0,
        counting.pValue(),
        counting.onset(),
        List.of(),
        Sentences.shift(id, size.before(), size.after()));
  }

  private static int meanFirst(Tested tested) {
    String statistic =
        Objects.requireNonNullElse(tested.series().id().label("statistic"), "")
            .toLowerCase(java.util.Locale.ROOT);
    return MEANS.contains(statistic) ? 0 : MIDDLES.contains(statistic) ? 1 : 2;
  }
}
