package dev.inquest.playbooks.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * Chance from a seed: SplitMix64 (Steele, Lea, Flood, 2014). Same seed, same draws on every
 * machine. Not thread-safe.
 */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 1.0 / (1L << 53);

  private final long seed;
  private long state;
  private double spare = Double.NaN;

  Dice(long seed) {
    this.seed = seed;
    this.state = seed;
  }

  /** The mixing function alone: one to one, so distinct inputs stay distinct. */
  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Dice of their own for a purpose, whatever was drawn here before. */
  Dice fork(String purpose) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < purpose.length(); i++) {
      hash = (hash ^ purpose.charAt(i)) * 0x100000001B3L;
    }
    return new Dice(mix(seed + GOLDEN) ^ mix(hash));
  }

  long bits() {
    state += GOLDEN;
    return mix(state);
  }

  /** In [0, 1). */
  double unit() {
    return (bits() >>> 11) * UNIT;
  }

  double between(double from, double to) {
    return from + (to - from) * unit();
  }

  /** Even on a logarithmic scale; both bounds positive. */
  double scaled(double from, double to) {
    return from * StrictMath.exp(unit() * StrictMath.log(to / from));
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** In [0, bound). */
  int below(int bound) {
    return (int) (unit() * bound);
  }

  /** Both bounds included. */
  int between(int from, int to) {
    return from + below(to - from + 1);
  }

  <T> T pick(List<T> list) {
    return list.get(below(list.size()));
  }

  <T> List<T> shuffled(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    for (int i = copy.size() - 1; i > 0; i--) {
      int j = below(i + 1);
      T one = copy.get(i);
      copy.set(i, copy.get(j));
      copy.set(j, one);
    }
    return copy;
  }

  /** Marsaglia's polar method. */
  double gaussian() {
    if (!Double.isNaN(spare)) {
      double kept = spare;
      spare = Double.NaN;
      return kept;
    }
    while (true) {
      double x = 2 * unit() - 1;
      double y = 2 * unit() - 1;
      double s = x * x + y * y;
      if (s > 0 && s < 1) {
        double scale = Math.sqrt(-2 * StrictMath.log(s) / s);
        spare = y * scale;
        return x * scale;
      }
    }
  }

  /** Erlang of four stages, mean 1: how long things take. */
  double erlang() {
    double product = 1;
    for (int i = 0; i < 4; i++) {
      product *= 1 - unit();
    }
    return -StrictMath.log(product) / 4;
  }

  String hex(int digits) {
    StringBuilder out = new StringBuilder(digits);
    while (out.length() < digits) {
      long bits = bits();
      for (int i = 0; i < 16 && out.length() < digits; i++) {
        out.append(Character.forDigit((int) (bits & 15), 16));
        bits >>>= 4;
      }
    }
    return out.toString();
  }
}
