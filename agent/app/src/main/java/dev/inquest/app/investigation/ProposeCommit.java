package dev.inquest.app.investigation;

import dev.inquest.app.investigation.AskedBefore.Asked;
import dev.inquest.app.investigation.AskedBefore.Standing;
import dev.inquest.app.storage.Events;
import dev.inquest.app.storage.Incidents;
import dev.inquest.app.storage.Proposals;
import dev.inquest.app.storage.StoredJson;
import dev.inquest.app.storage.Timeline;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.investigation.ProposeResult;
import dev.inquest.proposal.ProposalDraft;
import dev.inquest.topology.Mode;
import dev.inquest.topology.ServiceMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the gate for a draft, once for one change, and takes back what a new cause makes wrong. */
@Component
class ProposeCommit {
  private final AskedBefore before;
  private final Proposals proposals;
  private final Incidents incidents;
  private final Timeline timeline;
  private final Events events;
  private final ServiceMap services;

  ProposeCommit(
      AskedBefore before,
      Proposals proposals,
      Incidents incidents,
      Timeline timeline,
      Events events,
      ServiceMap services) {
    this.before = before;
    this.proposals = proposals;
    this.incidents = incidents;
    this.timeline = timeline;
    this.events = events;
    this.services = services;
  }

  void store(Run run, ProposeResult result, Instant now) {
    Optional<Asked> earlier = before.last(run.incident());
    switch (result) {
      case ProposeResult.Draft(ProposalDraft draft) -> consider(run, draft, earlier, now);
      case ProposeResult.Nothing(String why) -> nothing(run, why, earlier, now);
    }
  }

  private void consider(Run run, ProposalDraft draft, Optional<Asked> earlier, Instant now) {
    String against = reasonNotToAsk(draft, earlier);
    if (against != null) {
      note(run, "not-proposed", against, now);
      return;
    }
    if (earlier.isPresent() && earlier.get().standing() == Standing.OPEN) {
      withdraw(run, earlier.get(), now);
    }
    UUID request = UUID.randomUUID();
    proposals.ask(request, run.incident(), StoredJson.write(draft));
    Map<String, Object> detail =
        Map.of(
            "request", request.toString(),
            "investigation", run.claimed().id().toString(),
            "service", draft.service());
    timeline.add(run.incident(), now, "proposed", "Proposed: " + draft.title() + ".", detail);
    events.tell(
        "proposed",
        run.incident(),
        "asked",
        title(run),
        "Asks for approval: " + draft.title() + ".",
        List.of(run.findings().diagnosis().sentence(), "Rollback: " + draft.rollback()));
  }

  private @Nullable String reasonNotToAsk(ProposalDraft draft, Optional<Asked> earlier) {
    Mode mode = services.find(draft.service()).map(s -> s.mode()).orElse(Mode.OBSERVE);
    if (mode != Mode.PROPOSE) {
      return "Nothing is proposed: " + draft.service() + " is only observed.";
    }
    if (earlier.isEmpty()) {
      return null;
    }
    boolean same = earlier.get().sameChange(draft);
    return switch (earlier.get().standing()) {
      case OPEN -> same ? "The same change is already asked for." : null;
      case IN_FLIGHT -> "Nothing new is proposed: a fix is being carried out.";
      case REFUSED -> same ? "The same change was refused before; it is not asked again." : null;
      case OVER -> null;
    };
  }

  private void nothing(Run run, String why, Optional<Asked> earlier, Instant now) {
    note(run, "not-proposed", why, now);
    boolean otherCause =
        switch (run.findings().diagnosis()) {
          case Diagnosis.Identified i -> true;
          case Diagnosis.NoCodeCause n -> true;
          case Diagnosis.Healthy h -> true;
          case Diagnosis.Inconclusive i -> false;
        };
    if (otherCause && earlier.isPresent() && earlier.get().standing() == Standing.OPEN) {
      withdraw(run, earlier.get(), now);
    }
  }

  private void withdraw(Run run, Asked earlier, Instant now) {
    String id = earlier.proposal() == null ? null : earlier.proposal().id();
    String reason = "A later diagnosis names another cause.";
    proposals.withdraw(UUID.randomUUID(), run.incident(), id, reason);
    note(run, "withdrawing", "The open proposal is taken back: " + reason, now);
    events.tell("withdrawn", run.incident(), "diagnosed", title(run), reason, List.of());
  }

  private void note(Run run, String kind, String sentence, Instant now) {
    timeline.add(run.incident(), now, kind, sentence, Map.of("revision", run.claimed().revision()));
  }

  private String title(Run run) {
    return incidents.find(run.incident()).map(Incidents.Incident::title).orElse("Incident");
  }
}
