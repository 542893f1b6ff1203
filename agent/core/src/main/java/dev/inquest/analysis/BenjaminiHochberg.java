package dev.inquest.analysis;

import java.util.stream.IntStream;

/** Control of the false discovery rate over many tests (Benjamini and Hochberg, 1995). */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /** Adjusted p-values, in the order given. */
  public static double[] adjust(double[] pValues) {
    int n = pValues.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted((a, b) ->
                pValues[a] == pValues[b]
                    ? Integer.compare(a, b)
                    : Double.compare(pValues[a], pValues[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[n];
    double least = 1;
    for (int rank = n; rank >= 1; rank--) {
      least = Math.min(least, pValues[order[rank - 1]] * n / rank);
      adjusted[order[rank - 1]] = least;
    }
    return adjusted;
  }
}
