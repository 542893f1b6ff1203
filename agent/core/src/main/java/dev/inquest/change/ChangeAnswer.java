package dev.inquest.change;

import java.util.List;

/**
 * @param changes in order of time
 */
public record ChangeAnswer(String query, List<Change> changes, List<String> warnings) {
  public ChangeAnswer {
    changes = List.copyOf(changes);
    warnings = List.copyOf(warnings);
  }
}
