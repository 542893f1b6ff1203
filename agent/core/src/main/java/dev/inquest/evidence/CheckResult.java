package dev.inquest.evidence;

import java.util.List;

/** What {@link Component#check()} found; every complaint names its fix. */
public sealed interface CheckResult {
  /** Works; warnings are tolerable but worth a look. */
  record Ok(String detail, List<Complaint> warnings) implements CheckResult {
    public Ok {
      warnings = List.copyOf(warnings);
    }
  }

  /** Does not work, or is not safe to use. */
  record Failed(List<Complaint> complaints) implements CheckResult {
    public Failed {
      complaints = List.copyOf(complaints);
      if (complaints.isEmpty()) {
        throw new IllegalArgumentException("a failed check names at least one complaint");
      }
    }
  }

  /**
   * @param problem one sentence
   * @param fix what the operator can type or change
   */
  record Complaint(String problem, String fix) {}

  static CheckResult ok(String detail) {
    return new Ok(detail, List.of());
  }

  static CheckResult failed(String problem, String fix) {
    return new Failed(List.of(new Complaint(problem, fix)));
  }
}
