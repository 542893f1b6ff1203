package dev.inquest.gate.decision;

import java.util.Set;

/**
 * A named person who may decide.
 *
 * @param person the one name under which decisions are recorded
 * @param roles e.g. {@code approver, operator}
 */
public record Approver(String person, Set<String> roles) {
  public Approver {
    roles = Set.copyOf(roles);
  }
}
