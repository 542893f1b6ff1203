package dev.inquest.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The numbers that slow and fast spans of an operation carry under one name: rows read, bytes sent,
 * items in a basket. Whether the slow ones' are larger, or smaller, is asked within slices of time
 * (van Elteren, 1960, Bull. Inst. Int. Stat. 37, 351-361): what only counts upwards, such as a
 * serial number or a clock, parts early spans from late ones and nothing within a slice. Not
 * thread-safe.
 */
final class NumbersCarried {
  /** With fewer distinct values each is a sort of its own. */
  private static final int LEAST_VALUES = 5;

  private static final int SLICES = 8;

  /** Exact in a double, and of no alphabet but digits. */
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,9})?");

  private final List<Carried> spans = new ArrayList<>();
  private final Set<Double> values = new HashSet<>();
  private boolean words;

  private record Carried(double value, String text, long start, double weight, boolean slow) {}

  /**
   * A bound beyond which slow spans lie more often than fast ones.
   *
   * @param value e.g. {@code at least 1200}
   * @param slow weight of the slow spans beyond it
   * @param fast weight of the fast ones
   */
  record Cut(String value, double slow, double fast, double pValue) {}

  /** One text that is no number makes all of them words. */
  void add(String text, long start, double weight, boolean slow) {
    if (words || !NUMBER.matcher(text).matches()) {
      words = true;
      spans.clear();
      values.clear();
      return;
    }
    double value = Double.parseDouble(text);
    values.add(value);
    spans.add(new Carried(value, text, start, weight, slow));
  }

  /** Whether there are numbers, and enough of them. */
  boolean compared() {
    return !words && values.size() >= LEAST_VALUES;
  }

  /**
   * The bound that parts the two best.
   *
   * @param allSlow weight of all slow spans, of those too that carry nothing
   * @param allFast the same of the fast ones
   */
  Cut cut(double allSlow, double allFast) {
    double z = withinSlices();
    Comparator<Carried> ascending = Comparator.comparingDouble(Carried::value);
    List<Carried> fromEnd = new ArrayList<>(spans);
    fromEnd.sort(z > 0 ? ascending.reversed() : ascending);
    Cut best = new Cut("", 0, 0, 1);
    double slow = 0;
    double fast = 0;
    for (int i = 0; i < fromEnd.size(); i++) {
      Carried one = fromEnd.get(i);
      slow += one.slow ? one.weight : 0;
      fast += one.slow ? 0 : one.weight;
      boolean last = i == fromEnd.size() - 1 || fromEnd.get(i + 1).value != one.value;
      if (last && slow / allSlow - fast / allFast > best.slow / allSlow - best.fast / allFast) {
        String value = (z > 0 ? "at least " : "at most ") + one.text;
        best = new Cut(value, slow, fast, Normal.twoSided(z));
      }
    }
    return best;
  }

  /**
   * A standard normal deviate, above 0 where the slow ones carry the larger numbers. Slices weigh
   * as is best for a shift that is the same in all of them.
   */
  private double withinSlices() {
    List<Carried> inTime = new ArrayList<>(spans);
    inTime.sort(Comparator.comparingLong(Carried::start).thenComparingDouble(Carried::value));
    double sum = 0;
    double variance = 0;
    for (int i = 0; i < SLICES; i++) {
      List<Carried> slice =
          inTime.subList(i * inTime.size() / SLICES, (i + 1) * inTime.size() / SLICES);
      Sample slow = new Sample();
      Sample fast = new Sample();
      slice.forEach(c -> (c.slow ? slow : fast).add(c.value, c.weight));
      if (slow.size() > 0 && fast.size() > 0) {
        double n = slow.effective();
        double m = fast.effective();
        double weight = n * m / (n + m + 1);
        sum += weight * (fast.superiority(slow) - 0.5);
        variance += weight / 12;
      }
    }
    return variance == 0 ? 0 : sum / StrictMath.sqrt(variance);
  }
}
