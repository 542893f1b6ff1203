package dev.inquest.analysis;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Lays several series into slots as long as their usual step and makes one of them. */
final class SeriesJoin {
  private final long origin;
  private final long step;

  private SeriesJoin(List<MetricSeries> group) {
    origin = group.stream().filter(s -> s.size() > 0).mapToLong(s -> s.millisAt(0)).min().orElse(0);
    step = step(group);
  }

  /** One sample a slot in which any of them has a finite one; a gap of all stays a gap. */
  static MetricSeries of(SeriesId id, List<MetricSeries> group) {
    SeriesJoin join = new SeriesJoin(group);
    List<Means> means = group.stream().map(join::means).toList();
    long[] slots = means.stream().flatMapToLong(Means::all).sorted().distinct().toArray();
    double[] sums = new double[slots.length];
    int[] counts = new int[slots.length];
    means.forEach(m -> m.addTo(slots, sums, counts));
    boolean adds = Symptom.of(group.getFirst().id()) == Symptom.TRAFFIC;
    for (int i = 0; i < slots.length; i++) {
      sums[i] = adds ? sums[i] : sums[i] / counts[i];
      slots[i] = join.origin + slots[i] * join.step;
    }
    return new MetricSeries(id, slots, sums);
  }

  private Means means(MetricSeries series) {
    long[] slots = new long[series.size()];
    double[] means = new double[series.size()];
    int size = 0;
    int inSlot = 0;
    for (int i = 0; i < series.size(); i++) {
      if (Double.isFinite(series.valueAt(i))) {
        long slot = (series.millisAt(i) - origin) / step;
        if (size > 0 && slots[size - 1] == slot) {
          means[size - 1] += series.valueAt(i);
          inSlot++;
        } else {
          close(means, size, inSlot);
          slots[size] = slot;
          means[size++] = series.valueAt(i);
          inSlot = 1;
        }
      }
    }
    close(means, size, inSlot);
    return new Means(slots, means, size);
  }

  private static void close(double[] sums, int size, int inSlot) {
    if (size > 0) {
      sums[size - 1] /= inSlot;
    }
  }

  /** The median gap between neighbouring samples, in milliseconds. */
  private static long step(List<MetricSeries> group) {
    long[] gaps = new long[group.stream().mapToInt(s -> Math.max(0, s.size() - 1)).sum()];
    int at = 0;
    for (MetricSeries series : group) {
      for (int i = 1; i < series.size(); i++) {
        gaps[at++] = series.millisAt(i) - series.millisAt(i - 1);
      }
    }
    Arrays.sort(gaps);
    return gaps.length == 0 ? 1000 : Math.max(1, gaps[gaps.length / 2]);
  }

  /** Slots that rise, and the mean of the samples in each; only the first {@code size} count. */
  private static final class Means {
    private final long[] slots;
    private final double[] means;
    private final int size;

    Means(long[] slots, double[] means, int size) {
      this.slots = slots;
      this.means = means;
      this.size = size;
    }

    LongStream all() {
      return Arrays.stream(slots, 0, size);
    }

    void addTo(long[] all, double[] sums, int[] counts) {
      int at = 0;
      for (int i = 0; i < size; i++) {
        while (all[at] < slots[i]) {
          at++;
        }
        sums[at] += means[i];
        counts[at]++;
      }
    }
  }
}
