package dev.inquest.hypothesis;

import dev.inquest.investigation.Outside;
import dev.inquest.investigation.Sentences;
import java.util.List;
import java.util.Locale;

/** Causes that nobody here changed: third parties, networks, nodes, data. */
final class OutsideCandidates implements Candidates {
  @Override
  public boolean serves(CauseKind kind) {
    return kind == CauseKind.EXTERNAL || kind == CauseKind.INFRASTRUCTURE || kind == CauseKind.DATA;
  }

  @Override
  public List<Candidate> find(Raising raising, CauseKind kind) {
    return raising.outside().stream()
        .filter(outside -> outside.kind() == kind)
        .map(outside -> candidate(outside, raising.victims()))
        .toList();
  }

  private static Candidate candidate(Outside outside, String victims) {
    String kind = outside.kind().name().toLowerCase(Locale.ROOT);
    return new Candidate(
        outside.kind(),
        outside.where().isEmpty() ? null : outside.where(),
        null,
        null,
        outside.what(),
        Sentences.plain(outside.what())
            + " ("
            + kind
            + "), which nobody here changed, caused what "
            + victims
            + " shows.");
  }
}
