package dev.inquest.gate.channel;

import dev.inquest.gate.decision.ButtonValue;
import dev.inquest.gate.decision.DecisionStore;
import dev.inquest.gate.proposal.Check;
import dev.inquest.gate.proposal.Proposal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person is shown of a proposal, in the reader's order. */
public final class CardWriter {
  private static final Set<String> AGAINST =
      Set.of("against", "not_checked", "not-checked", "runner_up");

  private final String publicUrl;
  private final DecisionStore decisions;

  /**
   * @param publicUrl of the gate, without a slash at its end
   */
  public CardWriter(String publicUrl, DecisionStore decisions) {
    this.publicUrl = publicUrl;
    this.decisions = decisions;
  }

  Card card(Proposal proposal, String button) {
    Map<String, String> stated = proposal.body().stated();
    return new Card(
        proposal.id(),
        proposal.incident(),
        new ButtonValue(button, proposal.cardRevision()).text(),
        proposal.cardRevision(),
        proposal.body().title(),
        stated.getOrDefault("verdict", proposal.body().title()),
        proposal.digest(),
        proposal.risk().text(),
        proposal.body().checks().stream().map(CardWriter::line).toList(),
        lines(stated, false),
        lines(stated, true),
        proposal.body().diff(),
        proposal.body().rollback(),
        publicUrl + "/proposals/" + proposal.id(),
        proposal.expiresAt(),
        proposal.state().text(),
        outcome(proposal));
  }

  private static String line(Check check) {
    return (check.passed() ? "" : "failed: ") + check.detail();
  }

  private static List<String> lines(Map<String, String> stated, boolean against) {
    return stated.entrySet().stream()
        .filter(each -> !each.getKey().equals("verdict"))
        .filter(each -> AGAINST.contains(each.getKey()) == against)
        .sorted(Map.Entry.comparingByKey())
        .map(each -> each.getKey().replace('_', ' ') + ": " + each.getValue())
        .toList();
  }

  private @Nullable String outcome(Proposal proposal) {
    List<DecisionStore.Decided> decided = decisions.of(proposal.id());
    String by = decided.isEmpty() ? "" : " by " + decided.getLast().person();
    return switch (proposal.state()) {
      case ASKED -> null;
      case APPROVED ->
          "approved"
              + by
              + (proposal.kind().equals("playbook")
                  ? "; it is being adopted"
                  : "; the merge request is being opened");
      case OPENED, MERGED -> proposal.state().text() + ", approved" + by + where(proposal);
      case REJECTED -> "rejected" + by;
      case REFUSED, EXPIRED, WITHDRAWN, FAILED -> proposal.state().text() + reason(proposal);
    };
  }

  private static String where(Proposal proposal) {
    return proposal.mergeRequest() == null ? "" : ": " + proposal.mergeRequest().url();
  }

  private static String reason(Proposal proposal) {
    return proposal.reason() == null ? "" : ": " + proposal.reason();
  }
}
