package dev.inquest.playbooks.arena.detector;

import dev.inquest.playbooks.evolve.seed.SeedStream;

/** Draws one after the other from a seed; the same on every machine. Not thread-safe. */
final class Luck {
  /** Above this many a count is drawn as a rounded normal number. */
  private static final double MOST_COUNTED = 30;

  private final SeedStream stream;
  private long drawn;

  Luck(SeedStream stream) {
    this.stream = stream;
  }

  /** From 0 to just below 1. */
  double unit() {
    return stream.unit(drawn++);
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  double between(double from, double to) {
    return from + (to - from) * unit();
  }

  /** Even on a logarithmic scale; both positive. */
  double scaled(double from, double to) {
    return from * StrictMath.exp(unit() * StrictMath.log(to / from));
  }

  /** From 0 to just below the bound. */
  int below(int bound) {
    return (int) (unit() * bound);
  }

  <T> T pick(T[] all) {
    return all[below(all.length)];
  }

  double sign() {
    return chance(0.5) ? 1 : -1;
  }

  /** Of mean 0 and variance 1 (Box and Muller, 1958). */
  double normal() {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - unit()));
    return radius * StrictMath.cos(2 * Math.PI * unit());
  }

  /** The same variance and heavier tails (Laplace). */
  double heavy() {
    double u = unit() - 0.5;
    return -Math.copySign(StrictMath.log(1 - 2 * Math.abs(u)), u) / Math.sqrt(2);
  }

  /** Poisson's, by products of uniform numbers (Knuth, 1969) while the mean is small. */
  double count(double mean) {
    if (mean > MOST_COUNTED) {
      return Math.max(0, Math.rint(mean + Math.sqrt(mean) * normal()));
    }
    double limit = StrictMath.exp(-mean);
    double product = unit();
    int count = 0;
    while (product > limit) {
      product *= unit();
      count++;
    }
    return count;
  }
}
