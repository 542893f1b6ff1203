package dev.inquest.playbooks.simulation;

import dev.inquest.alert.Alert;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.casefile.CaseReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What cases look like, simulated or real: run with folders of cases, prints one row a folder. Not
 * a test; {@code docs/simulator.md} shows its output.
 */
final class CaseStatistics {
  private static final int LEAST_SAMPLES = 12;
  private static final double CLEAR = 3;

  private final List<Double> autocorrelation = new ArrayList<>();
  private final List<Double> variation = new ArrayList<>();
  private final List<Double> missing = new ArrayList<>();
  private final List<Double> series = new ArrayList<>();
  private final List<Double> perService = new ArrayList<>();
  private final List<Double> alerts = new ArrayList<>();
  private final List<Double> spans = new ArrayList<>();
  private final List<Double> changes = new ArrayList<>();
  private int constant;
  private int cases;
  private int withMetrics;
  private int visible;

  public static void main(String[] folders) {
    PrintStream out = System.out;
    out.println(
        "| cases | n | series a case | series a service | lag-1 autocorrelation | coefficient of variation "
            + "| constant series | missing samples | alerts a case | spans a trace | changes a case | onset visible |");
    out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
    for (String folder : folders) {
      CaseStatistics statistics = new CaseStatistics();
      CaseReader.cases(Path.of(folder)).forEach(path -> statistics.add(CaseReader.read(path)));
      out.println(statistics.row(Path.of(folder).getFileName().toString()));
    }
  }

  void add(CaseFile file) {
    cases++;
    alerts.add((double) file.alerts().size());
    changes.add((double) file.changes().size());
    for (SampledTrace trace : file.traces()) {
      spans.add((double) trace.spans().size());
    }
    if (file.metrics().isEmpty()) {
      return;
    }
    withMetrics++;
    series.add((double) file.metrics().size());
    Set<String> services = new HashSet<>();
    file.metrics().forEach(one -> services.add(String.valueOf(one.id().service())));
    perService.add((double) file.metrics().size() / services.size());
    long alerted = alerted(file);
    long span = file.info().to().toEpochMilli() - file.info().from().toEpochMilli();
    Set<String> alerting = new HashSet<>();
    file.alerts().forEach(a -> alerting.add(String.valueOf(a.label("service"))));
    boolean seen = false;
    for (MetricSeries one : file.metrics()) {
      int baseline = one.firstAtOrAfter(alerted - span / 5);
      if (baseline >= LEAST_SAMPLES) {
        baseline(one, baseline);
      }
      if (alerting.contains(String.valueOf(one.id().service()))) {
        seen |= shifted(one, baseline, alerted - span / 30);
      }
    }
    visible += seen ? 1 : 0;
  }

  private static long alerted(CaseFile file) {
    return file.alerts().stream()
        .map(Alert::startsAt)
        .mapToLong(java.time.Instant::toEpochMilli)
        .min()
        .orElse(file.info().to().toEpochMilli());
  }

  private void baseline(MetricSeries one, int n) {
    double[] values = one.values(0, n);
    double mean = mean(values);
    double spread = spread(values, mean);
    if (spread == 0 || !Double.isFinite(spread)) {
      constant++;
      return;
    }
    autocorrelation.add(lagOne(values));
    if (mean != 0) {
      variation.add(spread / Math.abs(mean));
    }
    missing.add(missing(one, n));
  }

  /** The autocorrelation at a lag of one sample. */
  static double lagOne(double[] values) {
    double mean = mean(values);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
      sum += i == 0 ? 0 : (values[i] - mean) * (values[i - 1] - mean);
    }
    return sum / squares;
  }

  /** The share of samples that are not there, by the commonest step. */
  static double missing(MetricSeries one, int n) {
    long[] steps = new long[n - 1];
    for (int i = 1; i < n; i++) {
      steps[i - 1] = one.millisAt(i) - one.millisAt(i - 1);
    }
    java.util.Arrays.sort(steps);
    double expected =
        (one.millisAt(n - 1) - one.millisAt(0)) / (double) steps[steps.length / 2] + 1;
    return Math.max(0, 1 - n / expected);
  }

  private static boolean shifted(MetricSeries one, int baseline, long from) {
    int start = one.firstAtOrAfter(from);
    if (baseline < LEAST_SAMPLES || start >= one.size()) {
      return false;
    }
    double[] before = one.values(0, baseline);
    double mean = mean(before);
    double spread = spread(before, mean) + 1e-9;
    return Math.abs(mean(one.values(start, one.size())) - mean) > CLEAR * spread;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double spread(double[] values, double mean) {
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length);
  }

  String row(String name) {
    int judged = constant + autocorrelation.size();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |",
        name,
        cases,
        middle(series, "%.0f"),
        middle(perService, "%.1f"),
        middle(autocorrelation, "%.2f"),
        middle(variation, "%.2f"),
        judged == 0 ? "none" : String.format(Locale.ROOT, "%.2f", (double) constant / judged),
        missing.isEmpty() ? "none" : String.format(Locale.ROOT, "%.3f", mean(array(missing))),
        middle(alerts, "%.0f"),
        middle(spans, "%.0f"),
        middle(changes, "%.0f"),
        withMetrics == 0
            ? "none"
            : String.format(Locale.ROOT, "%.2f", (double) visible / withMetrics));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Median, and the middle eight tenths. */
  private static String middle(List<Double> values, String format) {
    if (values.isEmpty()) {
      return "none";
    }
    List<Double> sorted = values.stream().sorted().toList();
    int last = sorted.size() - 1;
    return String.format(
        Locale.ROOT,
        format + " (" + format + " to " + format + ")",
        sorted.get(last / 2),
        sorted.get(last / 10),
        sorted.get(last - last / 10));
  }
}
