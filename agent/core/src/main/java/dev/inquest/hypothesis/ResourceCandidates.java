package dev.inquest.hypothesis;

import dev.inquest.analysis.Symptom;
import dev.inquest.investigation.Sentences;
import dev.inquest.investigation.Shift;
import java.util.List;

/** Every resource that fills up. */
final class ResourceCandidates implements Candidates {
  @Override
  public boolean serves(CauseKind kind) {
    return kind == CauseKind.RESOURCE;
  }

  @Override
  public List<Candidate> find(Raising raising, CauseKind kind) {
    return raising.worse().stream()
        .filter(shift -> Symptom.of(shift.series()) == Symptom.SATURATION)
        .map(shift -> candidate(shift, raising.victims()))
        .toList();
  }

  private static Candidate candidate(Shift shift, String victims) {
    return new Candidate(
        CauseKind.RESOURCE,
        shift.series().service(),
        shift.series().instance(),
        null,
        shift.series().toString(),
        Sentences.name(shift.series()) + " ran short and caused what " + victims + " shows.");
  }
}
