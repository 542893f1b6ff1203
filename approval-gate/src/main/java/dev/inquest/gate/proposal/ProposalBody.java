package dev.inquest.gate.proposal;

import dev.inquest.proposal.ProposedFile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a proposal besides its columns, as JSON.
 *
 * @param files as the gate computed them
 * @param diff unified
 * @param checks what the gate checked itself
 * @param stated what the agent states and the gate cannot check
 * @param evidence ids cited
 * @param evidenceRoot SHA-256 over the cited ids and the digests stored of them
 * @param culprit the commit held to be the cause, where the gate knows it
 * @param tree git's id of the resulting tree, empty where it was never computed
 */
public record ProposalBody(
    List<ProposedFile> files,
    String message,
    String title,
    String description,
    String rollback,
    String diff,
    List<Check> checks,
    Map<String, String> stated,
    List<String> evidence,
    String evidenceRoot,
    @Nullable String culprit,
    String tree) {
  public ProposalBody {
    files = List.copyOf(files);
    checks = List.copyOf(checks);
    stated = Map.copyOf(stated);
    evidence = List.copyOf(evidence);
  }
}
