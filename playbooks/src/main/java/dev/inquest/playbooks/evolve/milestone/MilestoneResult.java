package dev.inquest.playbooks.evolve.milestone;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands, {@code result.json} of a milestone.
 *
 * @param round after so many rounds
 * @param startSha256 digest of the first playbooks
 * @param nowSha256 of those that it had come to
 * @param sets each sealed set
 * @param pooled all sealed tasks together; null without any
 * @param fresh the same batch of fresh tasks at each milestone; null without any
 */
public record MilestoneResult(
    int round,
    String startSha256,
    String nowSha256,
    List<Comparison> sets,
    @Nullable Comparison pooled,
    @Nullable Comparison fresh) {
  public MilestoneResult {
    sets = List.copyOf(sets);
  }
}
