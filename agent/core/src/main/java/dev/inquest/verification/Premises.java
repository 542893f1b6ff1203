package dev.inquest.verification;

import static java.util.Objects.requireNonNull;

import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.EvidenceBook;
import dev.inquest.investigation.Detection;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Scope;
import dev.inquest.investigation.Told;
import dev.inquest.topology.ServiceMap;

/**
 * What is there before the first test asks.
 *
 * @param told what is told of the trouble in words
 * @param book in which what tests find is written down
 * @param witness of the database
 */
public record Premises(
    Scope scope,
    Gathered gathered,
    Detection detection,
    Onset onset,
    Told told,
    ServiceMap services,
    EvidenceBook book,
    Witness witness) {
  public Premises {
    requireNonNull(scope, "scope");
    requireNonNull(gathered, "gathered");
    requireNonNull(detection, "detection");
    requireNonNull(onset, "onset");
    requireNonNull(told, "told");
    requireNonNull(services, "services");
    requireNonNull(book, "book");
    requireNonNull(witness, "witness");
  }
}
