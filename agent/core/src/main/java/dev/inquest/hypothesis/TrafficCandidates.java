package dev.inquest.hypothesis;

import dev.inquest.analysis.Symptom;
import dev.inquest.investigation.Sentences;
import dev.inquest.investigation.Shift;
import java.util.List;

/** More requests than before. */
final class TrafficCandidates implements Candidates {
  @Override
  public boolean serves(CauseKind kind) {
    return kind == CauseKind.TRAFFIC;
  }

  @Override
  public List<Candidate> find(Raising raising, CauseKind kind) {
    return raising.worse().stream()
        .filter(shift -> Symptom.of(shift.series()) == Symptom.TRAFFIC && shift.effect() > 0)
        .map(shift -> candidate(shift, raising.victims()))
        .toList();
  }

  private static Candidate candidate(Shift shift, String victims) {
    return new Candidate(
        CauseKind.TRAFFIC,
        shift.series().service(),
        null,
        null,
        shift.series().toString(),
        "More traffic (" + Sentences.name(shift.series()) + ") caused what " + victims + " shows.");
  }
}
