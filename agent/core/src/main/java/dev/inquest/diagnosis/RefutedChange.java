package dev.inquest.diagnosis;

import java.util.List;

/** A change near the onset that is innocent, and why. */
public record RefutedChange(String change, String reason, List<String> evidence) {
  public RefutedChange {
    evidence = List.copyOf(evidence);
  }
}
