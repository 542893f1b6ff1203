package dev.inquest.playbooks.casefile;

/**
 * Which share of many things is kept: all at first, and half as many whenever a budget is spent. A
 * hash decides, so what has one name is kept or dropped as one, in whatever order it comes, and
 * each name has the same chance: adaptive sampling (Wegman; Flajolet, 1990).
 */
final class Halving {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private int times;

  boolean keeps(long hash) {
    return times == 0 || hash >>> (Long.SIZE - times) == 0;
  }

  /** From now on half as many. */
  void halve() {
    times = Math.min(Long.SIZE - 1, times + 1);
  }

  boolean isWhole() {
    return times == 0;
  }

  /** How many each of those kept stands for, 1/p (Horvitz and Thompson, 1952). */
  double weight() {
    return StrictMath.scalb(1.0, times);
  }

  /** The weight as a whole number in words. */
  String words() {
    return Long.toString(1L << Math.min(Long.SIZE - 2, times));
  }

  static long hash(String name) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    return hash(hash);
  }

  /** The mixing of SplitMix64 (Steele, Lea and Flood, 2014). */
  static long hash(long number) {
    long mixed = number + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
