package dev.inquest.verification;

import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.limit.Budget;
import dev.inquest.playbook.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Runs every hypothesis' tests, in order, while there is time. */
public final class VerifyStage {
  private final Catalogue catalogue;
  private final Weights weights;

  public VerifyStage(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.weights = new Weights(catalogue);
  }

  public List<Examined> verify(Inquiry inquiry, List<Hypothesis> hypotheses, Budget budget) {
    return weigh(hypotheses, find(inquiry, hypotheses, budget));
  }

  /**
   * For each hypothesis, what each of its tests found, in order. What this inquiry's tests found
   * before is not sought again where they would read the same numbers.
   */
  public List<List<Finding>> find(Inquiry inquiry, List<Hypothesis> hypotheses, Budget budget) {
    Map<String, Finding> known = new HashMap<>();
    List<List<Finding>> found = new ArrayList<>();
    for (Hypothesis hypothesis : hypotheses) {
      List<Finding> own = new ArrayList<>();
      for (String test : hypothesis.tests()) {
        own.add(
            known.computeIfAbsent(
                test + ' ' + subject(hypothesis), k -> run(test, inquiry, hypothesis, budget)));
      }
      found.add(own);
    }
    return found;
  }

  /**
   * What was found, as this catalogue weighs it.
   *
   * @param found for each hypothesis, one finding for each of its tests
   */
  public List<Examined> weigh(List<Hypothesis> hypotheses, List<List<Finding>> found) {
    List<Examined> examined = new ArrayList<>();
    for (int i = 0; i < hypotheses.size(); i++) {
      examined.add(weighed(hypotheses.get(i), found.get(i)));
    }
    return examined;
  }

  private Examined weighed(Hypothesis hypothesis, List<Finding> found) {
    SortedMap<String, Double> told = weights.told(hypothesis);
    List<Verification> verifications = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      String test = hypothesis.tests().get(i);
      Finding finding = found.get(i);
      double ratio = Weights.logLikelihoodRatio(told, test, finding);
      verifications.add(
          new Verification(test, finding.outcome(), ratio, finding.evidence(), finding.facts()));
    }
    return new Examined(hypothesis, verifications);
  }

  private Finding run(String test, Inquiry inquiry, Hypothesis hypothesis, Budget budget) {
    if (budget.expired()) {
      return Finding.untestable("the investigation's time is used up");
    }
    return Verifiers.find(test)
        .map(verifier ->
            inquiry
                .kept()
                .of(
                    test,
                    hypothesis,
                    catalogue,
                    numbers -> verifier.verify(inquiry.with(numbers), hypothesis)))
        .orElseGet(() -> Finding.untestable("no such test: " + test));
  }

  /** Two playbooks may accuse the same: it is tested once. */
  private static String subject(Hypothesis h) {
    return h.change() != null
        ? "change " + h.change()
        : h.kind() + " " + h.service() + " " + h.instance() + " " + h.indicator();
  }
}
