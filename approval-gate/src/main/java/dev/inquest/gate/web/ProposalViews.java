package dev.inquest.gate.web;

import dev.inquest.gate.actuator.MergeRequest;
import dev.inquest.gate.decision.Approver;
import dev.inquest.gate.decision.DecisionRules;
import dev.inquest.gate.decision.DecisionStore;
import dev.inquest.gate.decision.Pause;
import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.proposal.ProposalState;
import dev.inquest.gate.warrant.WarrantStore;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A proposal for people and for programs. */
public final class ProposalViews {
  private final DecisionStore decisions;
  private final DecisionRules rules;
  private final WarrantStore warrants;
  private final Pause pause;
  private final GateOrigin origin;
  private final Clock clock;

  public ProposalViews(
      DecisionStore decisions,
      DecisionRules rules,
      WarrantStore warrants,
      Pause pause,
      GateOrigin origin,
      Clock clock) {
    this.decisions = decisions;
    this.rules = rules;
    this.warrants = warrants;
    this.pause = pause;
    this.origin = origin;
    this.clock = clock;
  }

  ProposalView view(Proposal proposal, Approver reader) {
    Instant now = clock.instant();
    boolean paused = pause.standing().paused();
    List<DecisionStore.Decided> decided = decisions.of(proposal.id());
    MergeRequest merge = proposal.mergeRequest();
    Stated stated = Stated.of(proposal.body().stated());
    return new ProposalView(
        proposal.id(),
        proposal.incident(),
        ofPlaybooks(proposal) ? null : origin.incidentUrl(proposal.incident()),
        proposal.service(),
        proposal.kind(),
        proposal.state().text(),
        title(proposal),
        stated.verdict(),
        status(proposal, paused, decided),
        proposal.reason(),
        proposal.body().checks(),
        stated.lines(),
        stated.against(),
        DiffFile.parse(proposal.body().diff()),
        proposal.body().rollback(),
        proposal.body().message(),
        proposal.body().description(),
        proposal.risk().text(),
        rules.needed(proposal),
        proposal.digest(),
        proposal.targetBranch(),
        proposal.baseSha(),
        Times.shown(proposal.createdAt(), now),
        Times.shown(proposal.expiresAt(), now),
        decided.stream()
            .map(each -> new ProposalView.Decision(each, Times.shown(each.at(), now)))
            .toList(),
        merge == null ? null : merge.url(),
        merge == null ? null : merge.branch(),
        merge != null && merge.url().matches("https?://.+"),
        paused,
        rules.mayDecide(proposal, reader),
        proposal.state() == ProposalState.APPROVED && !paused);
  }

  private static String title(Proposal proposal) {
    String title = proposal.body().title();
    return title.isBlank() ? "A request that could not be read" : title;
  }

  private static boolean ofPlaybooks(Proposal proposal) {
    return proposal.kind().equals("playbook");
  }

  /** Of what was approved. */
  private static String carriedOut(Proposal proposal, String ofPlaybooks, String ofOthers) {
    return "Approved" + (ofPlaybooks(proposal) ? ofPlaybooks : ofOthers);
  }

  private static String adopted(Proposal proposal) {
    return proposal.body().culprit() == null
        ? ": the playbooks diagnose along now, unseen, until somebody pins them."
        : ": the playbooks from before are in use again.";
  }

  private String status(Proposal proposal, boolean paused, List<DecisionStore.Decided> decided) {
    int missing = rules.needed(proposal) - decided.size();
    return switch (proposal.state()) {
      case ASKED ->
          missing == 1
              ? "Waiting for one person to decide."
              : "Waiting for " + missing + " people to decide.";
      case APPROVED ->
          paused
              ? "Approved. Actuation is paused: nothing happens until it is resumed."
              : carriedOut(
                  proposal, ". It is being adopted.", ". The merge request is being opened.");
      case OPENED -> "Approved, and the merge request is open.";
      case MERGED ->
          carriedOut(
              proposal, adopted(proposal), ", and merged into " + proposal.targetBranch() + ".");
      case REJECTED -> "Rejected. Nothing was changed.";
      case EXPIRED -> "Expired without an answer. Nothing was changed.";
      case WITHDRAWN ->
          ofPlaybooks(proposal)
              ? "Withdrawn. Nothing was changed."
              : "Withdrawn, because the cause is no longer held. Nothing was changed.";
      case REFUSED -> "Refused by the gate. Nobody was asked and nothing was changed.";
      case FAILED -> "Approved, but it could not be carried out.";
    };
  }

  Map<String, @Nullable Object> json(Proposal proposal) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", proposal.id());
    json.put("incident", proposal.incident());
    json.put("kind", proposal.kind());
    json.put("service", proposal.service());
    json.put("state", proposal.state().text());
    json.put("reason", proposal.reason());
    json.put("digest", proposal.digest());
    json.put("risk", proposal.risk().text());
    json.put("repository", proposal.repository());
    json.put("target_branch", proposal.targetBranch());
    json.put("base_sha", proposal.baseSha());
    json.put("title", proposal.body().title());
    json.put("message", proposal.body().message());
    json.put("description", proposal.body().description());
    json.put("rollback", proposal.body().rollback());
    json.put("files", proposal.body().files());
    json.put("diff", proposal.body().diff());
    json.put("checks", proposal.body().checks());
    json.put("stated", proposal.body().stated());
    json.put("evidence", proposal.body().evidence());
    json.put("evidence_root", proposal.body().evidenceRoot());
    json.put("policy", Map.of("people", rules.needed(proposal)));
    json.put("decisions", decisions.of(proposal.id()));
    json.put("warrant", warrants.of(proposal.id()).orElse(null));
    json.put("merge_request", proposal.mergeRequest());
    json.put("url", origin.publicUrl() + "/proposals/" + proposal.id());
    json.put("created_at", proposal.createdAt());
    json.put("asked_at", proposal.askedAt());
    json.put("decided_at", proposal.decidedAt());
    json.put("opened_at", proposal.openedAt());
    json.put("expires_at", Objects.requireNonNull(proposal.expiresAt()));
    return json;
  }
}
