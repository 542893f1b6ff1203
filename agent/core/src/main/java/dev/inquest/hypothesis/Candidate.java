package dev.inquest.hypothesis;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A possible cause, before a playbook's rule gives it a prior and tests. */
record Candidate(
    CauseKind kind,
    @Nullable String service,
    @Nullable String instance,
    @Nullable String change,
    @Nullable String indicator,
    String claim) {
  Candidate {
    requireNonNull(kind, "kind");
    requireNonNull(claim, "claim");
  }
}
