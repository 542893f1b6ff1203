package dev.inquest.playbooks.arena.detector;

import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A labelled series from a seed: a season or none, trend, wandering, noise of several sorts or
 * counts, and up to three anomalies of one kind. As in the benchmark whose rule judges them (Lavin
 * and Ahmad, 2015) all windows together are a tenth of the rows; an anomaly begins in the first
 * quarter of its own. No number here was fitted to any series. Thread-safe.
 */
final class SeriesMaker {
  private static final double LEAST_ROWS = 600;
  private static final double MOST_ROWS = 1_800;
  private static final double LABELLED = 0.1;

  /** Nothing happens before, so that there is something to learn from. */
  private static final double QUIET = 0.25;

  private static final double LEAST_SIZE = 3;
  private static final double MOST_SIZE = 25;
  private static final double PLAIN_SIZE = 12;

  private SeriesMaker() {}

  /** What {@link #make} of that seed will be of, told without making it. */
  static String classOf(long seed) {
    return Anomaly.of(new Luck(new SeedStream(seed))).taskClass();
  }

  static LabelledSeries make(String id, long seed) {
    Luck luck = new Luck(new SeedStream(seed));
    Anomaly anomaly = Anomaly.of(luck);
    int rows = (int) luck.scaled(LEAST_ROWS, MOST_ROWS);
    int number = anomaly.clean() ? 0 : number(luck);
    int width = (int) (LABELLED * rows / Math.max(1, number));
    List<Window> windows = windows(rows, number, width, luck);
    int longest = anomaly == Anomaly.MISSING_CYCLE ? width / 3 : 0;
    Happening happening = new Happening(Base.of(rows, longest, luck), luck);
    double size = luck.scaled(LEAST_SIZE, MOST_SIZE);
    windows.forEach(window -> happening.befall(anomaly, window, size));
    boolean plain =
        (anomaly == Anomaly.SPIKE || anomaly == Anomaly.DIP) && size > PLAIN_SIZE && number == 1;
    double[] values = Recording.of(happening, anomaly, luck);
    return new LabelledSeries(id, anomaly.taskClass(), values, windows, plain);
  }

  private static int number(Luck luck) {
    double drawn = luck.unit();
    return drawn < 0.6 ? 1 : drawn < 0.9 ? 2 : 3;
  }

  /** One in each equal part of the time after the quiet, anywhere within it. */
  private static List<Window> windows(int rows, int number, int width, Luck luck) {
    List<Window> windows = new ArrayList<>();
    double from = QUIET * rows;
    double part = (rows - from) / Math.max(1, number);
    for (int i = 0; i < number; i++) {
      int left = (int) (from + i * part + luck.unit() * (part - width - 1));
      windows.add(new Window(left, left + width - 1));
    }
    return windows;
  }
}
