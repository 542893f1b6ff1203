package dev.inquest.hypothesis;

import static java.util.Objects.requireNonNull;

/**
 * A hypothesis and what decides how likely it is before any test.
 *
 * @param rule of its playbook, from 0
 * @param most its share of what all of its sort together may be, in (0, 1]
 */
public record Raised(Hypothesis hypothesis, int rule, double most) {
  public Raised {
    requireNonNull(hypothesis, "hypothesis");
  }
}
