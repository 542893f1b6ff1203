package dev.inquest.playbooks.criticism;

import dev.inquest.investigation.Stage;

/** How a diagnosis goes astray, by the first stage where it did. */
public enum FailureClass {
  /** Nothing that was gathered names what it was. */
  EVIDENCE_MISSING(Stage.GATHER),
  /** Something was taken for a shift that was none. */
  FALSE_ALARM_BELIEVED(Stage.DETECT),
  /** It was seen, and no playbook raised it. */
  NOT_SUSPECTED(Stage.HYPOTHESISE),
  /** A test refuted what was true. */
  WRONGLY_REFUTED(Stage.VERIFY),
  /** It was examined, and something else weighed more. */
  OUTWEIGHED(Stage.CONCLUDE);

  private final Stage stage;

  FailureClass(Stage stage) {
    this.stage = stage;
  }

  public Stage stage() {
    return stage;
  }
}
