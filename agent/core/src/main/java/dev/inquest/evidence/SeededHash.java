package dev.inquest.evidence;

/**
 * Puts names in an order that chance chose and that a seed repeats: whoever draws those with the
 * smallest hashes draws uniformly, and two draws with one seed meet in the same ones.
 */
public final class SeededHash {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private SeededHash() {}

  /** FNV-1a, with the seed, finished by the mixing of MurmurHash3 (Appleby, 2011). */
  public static long of(String name, long seed) {
    long hash = FNV_OFFSET ^ seed;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    return mixed(hash);
  }

  public static long of(long number, long seed) {
    return mixed((number + FNV_OFFSET) * FNV_PRIME ^ mixed(seed));
  }

  private static long mixed(long value) {
    long hash = value;
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
