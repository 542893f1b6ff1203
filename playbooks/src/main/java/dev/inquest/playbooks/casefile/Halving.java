package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.SeededHash;

/**
 * Which share of many things is kept: all at first, and half as many whenever a budget is spent. A
 * hash decides, so what has one name is kept or dropped as one, in whatever order it comes, and
 * each name has the same chance: adaptive sampling (Wegman; Flajolet, 1990).
 */
final class Halving {
  /** Another order than that of any draw, whose seed is the investigation's. */
  private static final long SEED = 0x68616c76L;

  private static final int MOST = Long.SIZE - 2;

  private int times;

  boolean keeps(long hash) {
    return times == 0 || hash >>> (Long.SIZE - times) == 0;
  }

  /** From now on half as many. */
  void halve() {
    times = Math.min(MOST, times + 1);
  }

  boolean isWhole() {
    return times == 0;
  }

  /** How many each of those kept stands for, 1/p (Horvitz and Thompson, 1952). */
  long weight() {
    return 1L << times;
  }

  static long hash(String name) {
    return SeededHash.of(name, SEED);
  }

  static long hash(long number) {
    return SeededHash.of(number, SEED);
  }
}
