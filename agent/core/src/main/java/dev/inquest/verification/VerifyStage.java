package dev.inquest.verification;

import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.limit.Budget;
import dev.inquest.playbook.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs every hypothesis' tests, in order, while there is time. */
public final class VerifyStage {
  private final Weights weights;

  public VerifyStage(Catalogue catalogue) {
    this.weights = new Weights(catalogue);
  }

  public List<Examined> verify(Inquiry inquiry, List<Hypothesis> hypotheses, Budget budget) {
    Map<String, Finding> known = new HashMap<>();
    List<Examined> examined = new ArrayList<>();
    for (Hypothesis hypothesis : hypotheses) {
      List<Verification> verifications = new ArrayList<>();
      for (String test : hypothesis.tests()) {
        Finding finding =
            known.computeIfAbsent(
                test + ' ' + subject(hypothesis), k -> run(test, inquiry, hypothesis, budget));
        double ratio = weights.logLikelihoodRatio(hypothesis, test, finding);
        verifications.add(
            new Verification(test, finding.outcome(), ratio, finding.evidence(), finding.facts()));
      }
      examined.add(new Examined(hypothesis, verifications));
    }
    return examined;
  }

  private static Finding run(String test, Inquiry inquiry, Hypothesis hypothesis, Budget budget) {
    if (budget.expired()) {
      return Finding.untestable("the investigation's time is used up");
    }
    return Verifiers.find(test)
        .map(verifier -> verifier.verify(inquiry, hypothesis))
        .orElseGet(() -> Finding.untestable("no such test: " + test));
  }

  /** Two playbooks may accuse the same: it is tested once. */
  private static String subject(Hypothesis h) {
    return h.change() != null
        ? "change " + h.change()
        : h.kind() + " " + h.service() + " " + h.instance() + " " + h.indicator();
  }
}
