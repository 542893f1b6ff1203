package dev.inquest.lab.bench;

import dev.inquest.analysis.ChangePointDetector;
import dev.inquest.analysis.DetectorSettings;
import dev.inquest.analysis.Detectors;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Change points over 1,000 series of a day of minutes; the denominator is Welford's update. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ChangePointBench {
  private static final int SERIES = 1_000;
  private static final int POINTS = 1_440;
  private static final double SECONDS_APART = 60;
  private static final double MEMORY = 0.8;

  private final ChangePointDetector detector = Detectors.find("robust-mean-shift");
  private final double[] seconds = new double[POINTS];
  private final double[][] values = new double[SERIES][POINTS];

  /** Noise, autocorrelated noise, steps in both, drifts, cycles and random walks in turn. */
  @Setup
  public void make() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < POINTS; i++) {
      seconds[i] = i * SECONDS_APART;
    }
    for (int i = 0; i < SERIES; i++) {
      fill(values[i], i % 7, random);
    }
  }

  private static void fill(double[] series, int sort, SplittableRandom random) {
    int step = POINTS / 2 + random.nextInt(POINTS / 3);
    double slow = 0;
    double walk = 0;
    for (int i = 0; i < series.length; i++) {
      double noise = random.nextGaussian();
      slow = MEMORY * slow + noise;
      walk += noise;
      series[i] =
          100
              + switch (sort) {
                case 0 -> noise;
                case 1 -> slow;
                case 2 -> noise + (i < step ? 0 : 8);
                case 3 -> slow + (i < step ? 0 : 12);
                case 4 -> noise + 0.01 * i;
                case 5 -> noise + 7 * StrictMath.sin(i / 40.0);
                default -> walk;
              };
    }
  }

  @Benchmark
  public double welford() {
    double all = 0;
    for (double[] series : values) {
      double mean = 0;
      double squares = 0;
      for (int i = 0; i < series.length; i++) {
        double off = series[i] - mean;
        mean += off / (i + 1);
        squares += off * (series[i] - mean);
      }
      all += squares;
    }
    return all;
  }

  @Benchmark
  public int changePoints() {
    int found = 0;
    double earliest = seconds[POINTS / 2];
    for (double[] series : values) {
      found +=
          detector.find(seconds, series, earliest, DetectorSettings.DEFAULT).isPresent() ? 1 : 0;
    }
    return found;
  }
}
