package dev.inquest.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change near the onset that is innocent, and why.
 *
 * @param title the change's own words; null where it has none
 */
public record RefutedChange(
    String change, @Nullable String title, String reason, List<String> evidence) {
  public RefutedChange {
    evidence = List.copyOf(evidence);
  }
}
