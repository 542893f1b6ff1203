package dev.inquest.playbooks.simulation;

import static java.util.Objects.requireNonNull;

import dev.inquest.playbooks.casefile.Answer;
import dev.inquest.playbooks.casefile.CaseFile;

/**
 * A made-up incident with its answer.
 *
 * @param faultKind one of {@link Simulator#kinds()}; nothing in the file tells it
 */
public record SimulatedCase(CaseFile file, Answer answer, String faultKind) {
  public SimulatedCase {
    requireNonNull(file, "file");
    requireNonNull(answer, "answer");
    requireNonNull(faultKind, "faultKind");
  }
}
