package dev.inquest.hypothesis;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeKind;
import dev.inquest.change.ChangeUnit;
import dev.inquest.investigation.Sentences;
import java.util.List;
import java.util.Set;

/** Every change near the onset; a deploy and its commit are one. */
final class ChangeCandidates implements Candidates {
  private static final Set<CauseKind> KINDS =
      Set.of(
          CauseKind.COMMIT,
          CauseKind.DEPLOY,
          CauseKind.CONFIG,
          CauseKind.FLAG,
          CauseKind.MIGRATION);

  @Override
  public boolean serves(CauseKind kind) {
    return KINDS.contains(kind);
  }

  @Override
  public List<Candidate> find(Raising raising, CauseKind kind) {
    return raising.near().stream()
        .filter(unit -> fits(unit.main().kind(), kind))
        .map(unit -> candidate(unit, raising))
        .toList();
  }

  private static boolean fits(ChangeKind change, CauseKind rule) {
    return switch (change) {
      case COMMIT, DEPLOY -> rule == CauseKind.COMMIT || rule == CauseKind.DEPLOY;
      case FLAG -> rule == CauseKind.FLAG;
      case CONFIG -> rule == CauseKind.CONFIG;
      case MIGRATION -> rule == CauseKind.MIGRATION;
    };
  }

  private static Candidate candidate(ChangeUnit unit, Raising raising) {
    return new Candidate(
        kind(unit.main().kind()),
        unit.service(),
        null,
        unit.id(),
        null,
        claim(unit, raising.victims()));
  }

  private static CauseKind kind(ChangeKind kind) {
    return switch (kind) {
      case COMMIT -> CauseKind.COMMIT;
      case DEPLOY -> CauseKind.DEPLOY;
      case FLAG -> CauseKind.FLAG;
      case CONFIG -> CauseKind.CONFIG;
      case MIGRATION -> CauseKind.MIGRATION;
    };
  }

  private static String claim(ChangeUnit unit, String victims) {
    Change main = unit.main();
    StringBuilder claim =
        new StringBuilder(kind(main.kind()).name().toLowerCase(java.util.Locale.ROOT));
    claim.setCharAt(0, Character.toUpperCase(claim.charAt(0)));
    claim.append(' ').append(Sentences.shortId(main.id()));
    if (main.title() != null) {
      claim.append(" (").append(Sentences.plain(main.title())).append(')');
    }
    if (unit.service() != null) {
      claim.append(" of ").append(Sentences.plain(unit.service()));
    }
    if (unit.effectiveAt() != null) {
      claim.append(", in effect since ").append(Sentences.time(unit.effectiveAt())).append(',');
    }
    return claim.append(" caused what ").append(victims).append(" shows.").toString();
  }
}
