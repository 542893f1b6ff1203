package dev.inquest.playbooks.casefile;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code case.json}: which case, and the span of its evidence. Nothing about the cause.
 *
 * @param from inclusive; may equal {@code to} where the evidence has no times
 * @param playbooksSha256 of the catalogue in force when Inquest froze it; null otherwise
 */
public record CaseInfo(
    String id,
    String dataset,
    Instant from,
    Instant to,
    @Nullable String notes,
    @Nullable String playbooksSha256) {
  public CaseInfo {
    requireNonNull(id, "id");
    requireNonNull(dataset, "dataset");
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("case " + id + " ends before it begins");
    }
  }
}
