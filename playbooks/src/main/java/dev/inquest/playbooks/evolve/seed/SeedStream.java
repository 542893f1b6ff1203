package dev.inquest.playbooks.evolve.seed;

import java.util.stream.LongStream;

/**
 * Numbers from a seed, each at its place: SplitMix64 (Steele, Lea and Flood, 2014).
 *
 * @param seed any number
 */
public record SeedStream(long seed) {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  /**
   * @param index from 0
   */
  public long at(long index) {
    long z = seed + (index + 1) * GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A stream of its own for each index. */
  public SeedStream child(long index) {
    return new SeedStream(at(index));
  }

  /** From 0 to just below 1. */
  public double unit(long index) {
    return (at(index) >>> 11) * UNIT;
  }

  public boolean coin(long index) {
    return at(index) < 0;
  }

  /** From 0 to just below the bound. */
  public int below(long index, int bound) {
    return (int) (unit(index) * bound);
  }

  public long[] range(int from, int to) {
    return LongStream.range(from, to).map(this::at).toArray();
  }

  /** As sixteen hex digits. */
  public String hex() {
    return String.format(java.util.Locale.ROOT, "%016x", seed);
  }
}
