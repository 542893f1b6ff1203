package dev.inquest.playbooks.evolve.milestone;

import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set in its own measure, in hundredths: points over what they are of. The interval is the middle
 * 95 % of the difference over 2,000 draws of as many tasks with replacement (the percentile
 * bootstrap; Efron and Tibshirani, 1993, chapter 13), always by the same numbers.
 *
 * @param difference now less start
 */
public record Points(double start, double now, double difference, double low, double high) {
  private static final int DRAWS = 2_000;
  private static final double TAIL = 0.025;
  private static final double HUNDREDTHS = 100;
  private static final SeedStream LUCK = new SeedStream(0x626f6f74L);

  /** Null where nothing weighs anything, or where points say no more than right and wrong do. */
  static @Nullable Points of(List<OpenedPair> pairs) {
    double[] gain =
        pairs.stream().mapToDouble(p -> p.now().points() - p.start().points()).toArray();
    double[] weight = pairs.stream().mapToDouble(p -> p.start().of()).toArray();
    double whole = sum(weight);
    if (!(whole > 0) || pairs.stream().allMatch(Points::plain)) {
      return null;
    }
    double[] drawn = drawn(gain, weight);
    double start = pairs.stream().mapToDouble(p -> p.start().points()).reduce(0, Double::sum);
    double now = pairs.stream().mapToDouble(p -> p.now().points()).reduce(0, Double::sum);
    return new Points(
        HUNDREDTHS * start / whole,
        HUNDREDTHS * now / whole,
        HUNDREDTHS * sum(gain) / whole,
        drawn[(int) (TAIL * (drawn.length - 1))],
        drawn[(int) Math.ceil((1 - TAIL) * (drawn.length - 1))]);
  }

  /** The differences of all draws that weigh something, in order. */
  private static double[] drawn(double[] gain, double[] weight) {
    double[] drawn = new double[DRAWS];
    int found = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      SeedStream luck = LUCK.child(draw);
      double gained = 0;
      double whole = 0;
      for (int i = 0; i < gain.length; i++) {
        int task = luck.below(i, gain.length);
        gained += gain[task];
        whole += weight[task];
      }
      if (whole > 0) {
        drawn[found++] = HUNDREDTHS * gained / whole;
      }
    }
    double[] all = Arrays.copyOf(drawn, found);
    Arrays.sort(all);
    return all;
  }

  private static boolean plain(OpenedPair pair) {
    return pair.start().of() == 1 && whole(pair.start().points()) && whole(pair.now().points());
  }

  private static boolean whole(double points) {
    return points == 0 || points == 1;
  }

  /** From left to right; streams add up otherwise. */
  private static double sum(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum;
  }
}
