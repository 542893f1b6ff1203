package dev.inquest.playbooks.memory;

import dev.inquest.verification.Examined;
import dev.inquest.verification.Outcome;
import dev.inquest.verification.Verification;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often each test supported, refuted or could not be made, over all hypotheses. */
record TestCounts(int supported, int refuted, int untestable) {
  private static final TestCounts NONE = new TestCounts(0, 0, 0);

  static Map<String, TestCounts> of(List<Examined> examined) {
    Map<String, TestCounts> counts = new TreeMap<>();
    for (Examined each : examined) {
      for (Verification verification : each.verifications()) {
        TestCounts so = counts.getOrDefault(verification.test(), NONE);
        counts.put(verification.test(), so.and(verification.outcome()));
      }
    }
    return counts;
  }

  private TestCounts and(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Supported s -> new TestCounts(supported + 1, refuted, untestable);
      case Outcome.Refuted r -> new TestCounts(supported, refuted + 1, untestable);
      case Outcome.Untestable u -> new TestCounts(supported, refuted, untestable + 1);
    };
  }
}
