package dev.inquest.verification;

import dev.inquest.hypothesis.Hypothesis;

/** One test that could refute a hypothesis. Stateless and thread-safe. */
public interface Verifier {
  /** As playbooks name it, e.g. {@code statement-shift}. */
  String id();

  /** Never throws for what cannot be tested: that is an outcome, with its reason. */
  Finding verify(Inquiry inquiry, Hypothesis hypothesis);
}
