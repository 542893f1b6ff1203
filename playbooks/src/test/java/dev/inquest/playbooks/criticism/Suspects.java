package dev.inquest.playbooks.criticism;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeKind;
import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Details;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.casefile.CaseInfo;
import dev.inquest.topology.Topology;
import dev.inquest.topology.Topology.Node;
import dev.inquest.topology.Topology.NodeKind;
import dev.inquest.verification.Examined;
import dev.inquest.verification.Outcome;
import dev.inquest.verification.Verification;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two commits and a resource under suspicion; a third commit and a database only gathered. */
public final class Suspects {
  public static final List<Examined> EXAMINED =
      List.of(
          commit("h1", "1111111111", verification("timing", true, "e5")),
          commit(
              "h2",
              "2222222222",
              verification("timing", true, "e5"),
              verification("diff-mechanism", true, "e7")),
          new Examined(
              hypothesis("h3", CauseKind.RESOURCE, "payments", null),
              List.of(verification("saturation", false, "e8"))));

  private Suspects() {}

  /** The first commit is held to be it. */
  public static Diagnosis identified(double confidence) {
    Cause cause =
        new Cause(
            "shop",
            null,
            CauseKind.COMMIT,
            "1111111111",
            null,
            confidence,
            List.of("e5"),
            "h1",
            "<b>Commit</b> 1111111111 did it.");
    return new Diagnosis.Identified("It was it.", details(List.of(cause)));
  }

  public static Diagnosis inconclusive() {
    return new Diagnosis.Inconclusive("Not known.", details(List.of()));
  }

  public static Diagnosis healthy() {
    return new Diagnosis.Healthy("Nothing shifted.", details(List.of()));
  }

  static CaseFile gathered() {
    Instant at = Instant.EPOCH;
    Change third =
        new Change(
            "4444444444",
            ChangeKind.COMMIT,
            at,
            "shop",
            null,
            null,
            null,
            null,
            List.of(),
            null,
            List.of());
    return new CaseFile(
        new CaseInfo("inc-1", "inquest", at, at, null, null),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(third),
        new Topology(List.of(new Node("ledger-db", NodeKind.DATABASE, null, null)), List.of()),
        List.of());
  }

  private static Details details(List<Cause> causes) {
    return new Details(causes, List.of(), null, null, List.of(), null, List.of("traces"), "Slow.");
  }

  private static Examined commit(String id, String change, Verification... verifications) {
    return new Examined(hypothesis(id, CauseKind.COMMIT, "shop", change), List.of(verifications));
  }

  private static Hypothesis hypothesis(
      String id, CauseKind kind, String service, @Nullable String change) {
    return new Hypothesis(
        id, kind, service, null, change, null, "bad-deploy", "claim", 0.1, List.of("timing"));
  }

  private static Verification verification(String test, boolean supported, String evidence) {
    Outcome outcome = supported ? new Outcome.Supported("so it is") : new Outcome.Refuted("not so");
    return new Verification(test, outcome, supported ? 1 : -3, List.of(evidence));
  }
}
