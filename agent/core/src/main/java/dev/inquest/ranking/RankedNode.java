package dev.inquest.ranking;

import static java.util.Objects.requireNonNull;

import dev.inquest.hypothesis.CauseKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node that may be the origin, with what speaks for it. The raw material of a calibration.
 *
 * @param instance the one that shows it most; null where no sign tells
 * @param indicator the strongest sign's series, or what traces show
 * @param region statements before and after the fault, where it is in code; else empty
 * @param score sum of the reasons; without unit, comparable within and across incidents
 * @param probability among the ranked, by their scores alone; not calibrated
 * @param margin by how much it leads the next; 0 where it does not
 * @param reasons strongest first
 */
public record RankedNode(
    String service,
    @Nullable String instance,
    CauseKind kind,
    @Nullable String indicator,
    List<String> region,
    double score,
    double probability,
    double margin,
    List<Reason> reasons) {
  /**
   * @param evidence id of the written sign
   * @param weight what it added to the score
   * @param effect signed, how far beyond the usual
   * @param explained part of it that is put down to what the node calls
   */
  public record Reason(
      String evidence,
      String aspect,
      double weight,
      double effect,
      double share,
      double explained) {
    public Reason {
      requireNonNull(evidence, "evidence");
    }
  }

  public RankedNode {
    requireNonNull(service, "service");
    requireNonNull(kind, "kind");
    region = List.copyOf(region);
    reasons = List.copyOf(reasons);
  }
}
