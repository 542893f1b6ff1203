package dev.inquest.gate.actuator;

import dev.inquest.proposal.ProposedFile;
import java.util.List;

/**
 * Exactly what a claimed warrant permits. Everything comes from the gate's own copy.
 *
 * @param id of the actuation; the same one resumes after a crash
 * @param branch {@code inquest/<first 12 of the digest>}, so that a second try finds the first
 * @param baseSha the commit the new branch starts from, full hash
 */
public record Actuation(
    String id,
    String proposal,
    String digest,
    String repository,
    String branch,
    String targetBranch,
    String baseSha,
    List<ProposedFile> files,
    String message,
    String title,
    String description) {
  public Actuation {
    files = List.copyOf(files);
  }
}
