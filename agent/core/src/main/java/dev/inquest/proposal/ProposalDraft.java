package dev.inquest.proposal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an investigation asks for. Nothing in it binds anyone: the gate computes digest, diff, risk
 * and target itself.
 *
 * @param service name in the service map; the gate looks its repository up in its own copy
 * @param baseSha the commit on the target branch that the files were written against
 * @param revertOf for a revert, the commit to revert
 * @param message the commit's
 * @param description the merge request's, Markdown, with the evidence
 * @param rollback how to undo it, for humans
 * @param evidence ids cited
 * @param stated what the agent states and the gate cannot check, for the card; shown as such
 */
public record ProposalDraft(
    ProposalKind kind,
    String incident,
    String service,
    String baseSha,
    List<ProposedFile> files,
    @Nullable String revertOf,
    String message,
    String title,
    String description,
    String rollback,
    List<String> evidence,
    Map<String, String> stated) {
  public ProposalDraft {
    requireNonNull(kind, "kind");
    requireNonNull(incident, "incident");
    requireNonNull(service, "service");
    requireNonNull(baseSha, "baseSha");
    requireNonNull(message, "message");
    requireNonNull(title, "title");
    requireNonNull(description, "description");
    requireNonNull(rollback, "rollback");
    files = List.copyOf(files);
    evidence = List.copyOf(evidence);
    stated = Map.copyOf(stated);
  }
}
