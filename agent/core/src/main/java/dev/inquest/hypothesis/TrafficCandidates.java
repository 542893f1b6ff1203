package dev.inquest.hypothesis;

import dev.inquest.analysis.Symptom;
import dev.inquest.change.Words;
import dev.inquest.investigation.Sentences;
import dev.inquest.investigation.Shift;
import java.util.List;
import java.util.Set;

/** More requests than before; more lines, restarts or statements are what requests lead to. */
final class TrafficCandidates implements Candidates {
  private static final Set<String> ASKED =
      Set.of(
          "request",
          "requests",
          "rps",
          "qps",
          "throughput",
          "traffic",
          "hits",
          "visits",
          "messages");

  @Override
  public boolean serves(CauseKind kind) {
    return kind == CauseKind.TRAFFIC;
  }

  @Override
  public List<Candidate> find(Raising raising, CauseKind kind) {
    return raising.worse().stream()
        .filter(shift -> Symptom.of(shift.series()) == Symptom.TRAFFIC && shift.effect() > 0)
        .filter(shift -> Words.parts(shift.series().name()).stream().anyMatch(ASKED::contains))
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
