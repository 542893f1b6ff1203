package dev.inquest.gate.policy;

import java.util.Locale;
import java.util.Optional;

/** What a warrant permits. */
public enum Action {
  /** Push the branch and open the merge request. */
  OPEN,
  /** And merge it. */
  OPEN_AND_MERGE;

  /** As stored and signed, e.g. {@code open-and-merge}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Action> parse(String text) {
    for (Action action : values()) {
      if (action.text().equals(text)) {
        return Optional.of(action);
      }
    }
    return Optional.empty();
  }
}
