package dev.inquest.playbooks.simulation;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What the gauges show of a history: noise, gaps, and nothing from what is down. */
final class Gauges {
  private static final double NOISE_MEMORY_SECONDS = 90;

  private final Dice dice;
  private final Incident incident;
  private final Outages outages;
  private final double memory;
  private final List<MetricSeries> series = new ArrayList<>();

  private Gauges(Dice dice, Incident incident) {
    this.dice = dice;
    this.incident = incident;
    this.outages = Outages.draw(dice.fork("outages"), incident);
    this.memory = StrictMath.exp(-incident.time().stepSeconds() / NOISE_MEMORY_SECONDS);
  }

  /** In order of name and labels. */
  static List<MetricSeries> read(Dice dice, Incident incident) {
    Gauges gauges = new Gauges(dice, incident);
    for (Part part : incident.world().parts()) {
      new PartGauges(gauges, incident, part).read();
    }
    gauges.hosts();
    gauges.series.sort(
        Comparator.comparing((MetricSeries s) -> s.id().name())
            .thenComparing(s -> s.id().toString()));
    return gauges.series;
  }

  private void hosts() {
    for (String host : incident.world().hosts()) {
      List<Replica> on =
          incident.world().replicas().stream().filter(r -> r.host().equals(host)).toList();
      if (!on.isEmpty()) {
        add(
            Measure.NODE_CPU,
            Map.of("service", host),
            t ->
                on.stream()
                    .mapToDouble(r -> incident.history().cpu[t][r.index()])
                    .average()
                    .orElse(0),
            t -> 1e6,
            t -> on.stream().anyMatch(r -> incident.silent(r, t)) ? null : "");
      }
    }
  }

  /**
   * Adds a series, or one a version.
   *
   * @param exact the value without noise, by step
   * @param requests how many a second a sample is made of
   * @param version by step: the version label, empty for none; null where nothing is reported
   */
  void add(
      Measure measure,
      Map<String, String> labels,
      IntToDoubleFunction exact,
      IntToDoubleFunction requests,
      IntFunction<@Nullable String> version) {
    int house = incident.house().names();
    double scale = measure.scale(house);
    double noise = incident.difficulty().noise() * dice.between(0.5, 1.2);
    double fresh = Math.sqrt(1 - memory * memory);
    double drift = 0;
    Map<String, Samples> byVersion = new TreeMap<>();
    String service = labels.getOrDefault("service", "");
    for (int t = 0; t < incident.end(); t++) {
      drift = memory * drift + fresh * dice.gaussian();
      double sample = noisy(measure, exact.applyAsDouble(t), noise * drift, requests, t);
      String told = version.apply(t);
      boolean lost = dice.unit() < incident.difficulty().gaps() || outages.hide(service, t);
      if (told != null && !lost) {
        byVersion
            .computeIfAbsent(told, v -> new Samples(incident.end()))
            .add(incident.time().millisAt(t), rounded(sample * scale));
      }
    }
    byVersion.forEach((told, samples) -> {
      Map<String, String> all = new TreeMap<>(labels);
      if (!told.isEmpty()) {
        all.put("version", told);
      }
      series.add(samples.series(measure.id(house, all)));
    });
  }

  private double noisy(
      Measure measure, double exact, double drift, IntToDoubleFunction requests, int t) {
    if (measure.exact()) {
      return Math.max(0, Math.rint(exact));
    }
    double n = Math.max(0.5, requests.applyAsDouble(t) * incident.time().stepSeconds());
    if (measure.counted()) {
      double spread = Math.sqrt(exact * (1 - exact) / n);
      return Math.clamp(Math.rint((exact + spread * dice.gaussian()) * n) / n, 0, 1);
    }
    double few = 0.5 / Math.sqrt(n) * dice.gaussian();
    double value = exact * StrictMath.exp(drift + few);
    return measure.share() ? Math.min(1, value) : value;
  }

  /** To five significant digits, as exporters print. */
  private static double rounded(double value) {
    if (value == 0) {
      return 0;
    }
    double unit = 1;
    while (Math.abs(value) * unit < 1e4 && unit < 1e9) {
      unit *= 10;
    }
    return Math.rint(value * unit) / unit;
  }

  /** Samples of one series while they come. */
  private static final class Samples {
    private final long[] millis;
    private final double[] values;
    private int size;

    Samples(int most) {
      millis = new long[most];
      values = new double[most];
    }

    void add(long at, double value) {
      millis[size] = at;
      values[size++] = value;
    }

    MetricSeries series(SeriesId id) {
      return new MetricSeries(
          id, java.util.Arrays.copyOf(millis, size), java.util.Arrays.copyOf(values, size));
    }
  }
}
