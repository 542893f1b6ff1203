package dev.inquest.analysis.streaming;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Made series and their scores. */
final class Scores {
  /** A row is called anomalous from here. */
  static final double ALARM = 0.6;

  /** Rows for learning, in which nothing counts: 15 % of the 2,000 that most tests have. */
  private static final int LEARNING_ROWS = 300;

  private Scores() {}

  static double[] series(int rows, IntToDoubleFunction value) {
    return IntStream.range(0, rows).mapToDouble(value).toArray();
  }

  /** Normal noise around a level. */
  static double[] noise(long seed, int rows, double level, double deviation) {
    Random random = new Random(seed);
    return series(rows, i -> level + deviation * random.nextGaussian());
  }

  static double[] mapped(double[] values, DoubleUnaryOperator by) {
    return Arrays.stream(values).map(by).toArray();
  }

  static double[] of(double... values) {
    StreamingDetector detector = new StreamingDetector(StreamingSettings.DEFAULT);
    return mapped(values, detector::next);
  }

  static List<Integer> alarms(double... values) {
    double[] scores = of(values);
    return IntStream.range(0, scores.length)
        .filter(i -> i >= LEARNING_ROWS && scores[i] >= ALARM)
        .boxed()
        .toList();
  }

  /** The row with the highest score after the learning ones, the first of equals. */
  static int top(double... values) {
    double[] scores = of(values);
    return IntStream.range(LEARNING_ROWS, scores.length)
        .reduce(LEARNING_ROWS, (a, i) -> scores[i] > scores[a] ? i : a);
  }
}
