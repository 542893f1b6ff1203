package dev.inquest.app.report;

import dev.inquest.investigation.DistinguishingAttribute;
import dev.inquest.investigation.OperationShift;
import java.util.List;

/**
 * What the slow requests of one operation have in common.
 *
 * @param where the operation; may hold untrusted text
 * @param said what they share, one line; may hold untrusted text
 * @param evidence id under which the fact can be fetched again
 */
public record SlowOnes(String where, String said, String evidence) {
  private static final int MAX_SHOWN = 6;

  /** In the order of the operations, those that lost most time first. */
  static List<SlowOnes> of(List<OperationShift> operations) {
    return operations.stream()
        .flatMap(
            operation -> operation.distinguishing().stream().map(found -> of(operation, found)))
        .limit(MAX_SHOWN)
        .toList();
  }

  private static SlowOnes of(OperationShift operation, DistinguishingAttribute found) {
    return new SlowOnes(
        operation.service() + ": " + operation.operation(),
        Words.percent(found.slowShare())
            + " of the slow ones have "
            + found.attribute()
            + " "
            + found.value()
            + ", of the fast ones "
            + Words.percent(found.fastShare()),
        found.evidence());
  }
}
