package dev.inquest.investigation;

import dev.inquest.diagnosis.Onset;
import dev.inquest.ranking.NodeRanking;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What changed.
 *
 * @param onset of the incident; null where nothing shifted
 * @param shifts strongest first
 * @param operations strongest first
 * @param ranking the nodes it may have come from
 */
public record Detection(
    @Nullable Onset onset,
    List<Shift> shifts,
    List<OperationShift> operations,
    NodeRanking ranking) {
  public Detection {
    shifts = List.copyOf(shifts);
    operations = List.copyOf(operations);
    // absent in results that an earlier version wrote down
    ranking = Objects.requireNonNullElse(ranking, NodeRanking.EMPTY);
  }

  /** Where nothing was ranked. */
  public Detection(@Nullable Onset onset, List<Shift> shifts, List<OperationShift> operations) {
    this(onset, shifts, operations, NodeRanking.EMPTY);
  }
}
