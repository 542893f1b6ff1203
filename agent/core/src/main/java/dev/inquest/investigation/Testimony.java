package dev.inquest.investigation;

import dev.inquest.hypothesis.Raised;
import dev.inquest.verification.Finding;
import java.util.List;

/**
 * Hypotheses and what their tests found, before anybody weighs it.
 *
 * @param raised none where nothing is suspected
 * @param findings for each of them, one for each of its tests, in order
 */
public record Testimony(List<Raised> raised, List<List<Finding>> findings) {
  static final Testimony NONE = new Testimony(List.of(), List.of());

  public Testimony {
    raised = List.copyOf(raised);
    findings = findings.stream().map(List::copyOf).toList();
    if (raised.size() != findings.size()) {
      throw new IllegalArgumentException("one list of findings for each hypothesis");
    }
  }
}
