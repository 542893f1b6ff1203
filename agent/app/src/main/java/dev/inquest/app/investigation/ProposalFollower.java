package dev.inquest.app.investigation;

import dev.inquest.app.storage.Proposals.Proposal;
import dev.inquest.app.storage.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what the gate does with a proposal into the incident's timeline, each step once. */
@Component
class ProposalFollower {
  private final Timeline timeline;
  private final Clock clock;

  ProposalFollower(Timeline timeline, Clock clock) {
    this.timeline = timeline;
    this.clock = clock;
  }

  void follow(String incident, Proposal p) {
    String id = p.id();
    if (p.askedAt() != null) {
      note(
          incident,
          p,
          "asked",
          p.askedAt(),
          "Approval is asked for " + id + ", risk " + p.risk() + ".");
    }
    String by = p.decidedBy() == null ? "" : " by " + p.decidedBy();
    switch (p.state()) {
      case "approved", "opened", "merged" -> approved(incident, p, by);
      case "rejected" ->
          note(incident, p, "rejected", p.decidedAt(), id + " is rejected" + by + because(p));
      case "refused" ->
          note(incident, p, "refused", p.createdAt(), "The gate refuses " + id + because(p));
      case "expired" -> note(incident, p, "expired", null, id + " expired unanswered.");
      case "withdrawn" -> note(incident, p, "withdrawn", null, id + " is withdrawn" + because(p));
      case "failed" ->
          note(incident, p, "failed", null, id + " could not be carried out" + because(p));
      default -> {
        // Asked: said above.
      }
    }
  }

  private void approved(String incident, Proposal p, String by) {
    note(incident, p, "approved", p.decidedAt(), p.id() + " is approved" + by + ".");
    if (p.mergeCommit() != null) {
      String where = p.mergeUrl() == null ? "" : ": " + p.mergeUrl();
      note(incident, p, "opened", p.openedAt(), "The merge request is open" + where + ".");
    }
    if (p.state().equals("merged")) {
      note(incident, p, "merged", null, "The merge request is merged.");
    }
  }

  private static String because(Proposal p) {
    return p.reason() == null || p.reason().isBlank() ? "." : ": " + p.reason();
  }

  private void note(
      String incident, Proposal p, String kind, @Nullable Instant at, String sentence) {
    Instant when = at == null ? clock.instant() : at;
    timeline.addOnce(incident, when, kind, sentence, Map.of("proposal", p.id()));
  }
}
