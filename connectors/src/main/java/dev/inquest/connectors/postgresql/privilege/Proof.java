package dev.inquest.connectors.postgresql.privilege;

import dev.inquest.evidence.CheckResult.Complaint;
import java.util.List;

/**
 * What the examination of a role found.
 *
 * @param role the login that was examined
 * @param violations ways in which it could write; none means that it is proved unable to
 * @param warnings tolerable, because every probe runs in a read-only transaction
 */
public record Proof(String role, List<Complaint> violations, List<Complaint> warnings) {
  public Proof {
    violations = List.copyOf(violations);
    warnings = List.copyOf(warnings);
  }

  public boolean holds() {
    return violations.isEmpty();
  }

  /** One line for an answer that is refused: the first violation and how many more. */
  public String sentence() {
    String first = violations.getFirst().problem();
    int more = violations.size() - 1;
    return more == 0 ? first : first + " (and " + more + " more)";
  }
}
