package dev.inquest.memory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What alarms and past incidents say of a place.
 *
 * @param probability that it came from here, among all places
 * @param alarms log-odds by the alarms alone, without memory
 * @param fault likeliest; null where memory knows none
 * @param faultProbability of that fault if it came from here
 * @param reasons what memory adds, in no order; empty without memory
 */
public record Recollection(
    Place place,
    double probability,
    double alarms,
    @Nullable Fault fault,
    double faultProbability,
    List<Reason> reasons) {
  /**
   * One thing that memory looks at.
   *
   * @param words what it is; holds foreign text
   * @param here whether it is true of this place; else that it is not is what counts
   * @param seen past places of which it was true
   * @param origins those among them that turned out to be the origin
   * @param weight log-odds that it adds beyond the average place of this incident
   */
  public record Reason(String words, boolean here, int seen, int origins, double weight) {}

  public Recollection {
    reasons = List.copyOf(reasons);
  }

  /** Log-odds that memory adds. */
  public double memory() {
    return reasons.stream().mapToDouble(Reason::weight).sum();
  }
}
