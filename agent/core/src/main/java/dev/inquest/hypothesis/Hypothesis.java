package dev.inquest.hypothesis;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * "This change, resource, dependency or query caused it": something a test can refute.
 *
 * @param id {@code h1, h2 …} within the investigation
 * @param change id of the accused change, where one is
 * @param indicator the metric, statement or log template that points at it
 * @param playbook the playbook that raised it
 * @param prior probability before any test, in (0, 1)
 * @param tests ids of the verifications to run, in order
 */
public record Hypothesis(
    String id,
    CauseKind kind,
    @Nullable String service,
    @Nullable String instance,
    @Nullable String change,
    @Nullable String indicator,
    String playbook,
    String claim,
    double prior,
    List<String> tests) {
  public Hypothesis {
    requireNonNull(id, "id");
    requireNonNull(kind, "kind");
    requireNonNull(playbook, "playbook");
    requireNonNull(claim, "claim");
    tests = List.copyOf(tests);
    if (!(prior > 0 && prior < 1)) {
      throw new IllegalArgumentException("prior of " + id + " is not in (0, 1): " + prior);
    }
  }

  /** The same, as likely as given. */
  public Hypothesis believed(double other) {
    return new Hypothesis(
        id, kind, service, instance, change, indicator, playbook, claim, other, tests);
  }
}
