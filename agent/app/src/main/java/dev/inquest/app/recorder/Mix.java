package dev.inquest.app.recorder;

/** A 64-bit finalizer with good avalanche (Stafford's variant 13 of MurmurHash3's, 2011). */
final class Mix {
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  private Mix() {}

  static long of(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return z ^ (z >>> 31);
  }

  static long of(long a, long b) {
    return of(of(a) + GOLDEN + b);
  }
}
