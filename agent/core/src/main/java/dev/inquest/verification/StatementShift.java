package dev.inquest.verification;

import dev.inquest.change.ChangeUnit;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the statements that take the database's time now are those the accused sends. */
final class StatementShift implements Verifier {
  @Override
  public String id() {
    return "statement-shift";
  }

  @Override
  public Finding verify(Inquiry inquiry, Hypothesis hypothesis) {
    Suspects.Grown grown = Suspects.grown(inquiry, hypothesis);
    if (!grown.why().isEmpty()) {
      return Finding.untestable(grown.why());
    }
    List<GrownStatement> explaining = Suspects.explaining(inquiry, grown);
    if (explaining.isEmpty()) {
      return nothingGrew(hypothesis, grown);
    }
    List<GrownStatement> own = Suspects.of(inquiry, hypothesis);
    if (!own.isEmpty()) {
      return supported(hypothesis, own.getFirst());
    }
    return refuted(inquiry, hypothesis, explaining.getFirst());
  }

  private static Finding nothingGrew(Hypothesis hypothesis, Suspects.Grown grown) {
    if (hypothesis.kind() == CauseKind.DATABASE) {
      return Finding.refuted(
          "No statement takes enough more of the database's time to explain it.", grown.evidence());
    }
    return Finding.untestable("no statement of the database grew enough to explain it");
  }

  private static Finding supported(Hypothesis hypothesis, GrownStatement statement) {
    String tie =
        hypothesis.kind() == CauseKind.DATABASE
            ? ", and no change's diff sends it."
            : ", and its diff is what sends it.";
    return Finding.supported(statement.sentence() + tie, 1, statement.evidence())
        .with(facts(statement));
  }

  private static Finding refuted(Inquiry inquiry, Hypothesis hypothesis, GrownStatement statement) {
    Optional<ChangeUnit> origin = Suspects.origin(inquiry, statement);
    List<String> evidence = new ArrayList<>(statement.evidence());
    String sent = origin.map(u -> "change " + Sentences.shortId(u.id()) + " sends it").orElse("");
    if (hypothesis.kind() == CauseKind.DATABASE) {
      return Finding.refuted(statement.sentence() + "; " + sent + ".", evidence)
          .with(facts(statement));
    }
    Optional<ReadDiff> read = inquiry.accused(hypothesis).flatMap(inquiry::read);
    if (read.isEmpty()) {
      return Finding.untestable("no diff to compare with the statement that grew")
          .with(facts(statement));
    }
    evidence.add(read.get().evidence());
    return Finding.refuted(
            statement.sentence()
                + "; the diff touches no statement that grew"
                + (sent.isEmpty() ? "." : ", " + sent + "."),
            evidence)
        .with(facts(statement));
  }

  private static Map<String, String> facts(GrownStatement s) {
    return Map.of(
        "target", s.target(),
        "query_id", s.queryId(),
        "query", s.query(),
        "mean_ms_before", Double.toString(s.meanMsBefore()),
        "mean_ms_after", Double.toString(s.meanMsAfter()),
        "calls_per_s_before", Double.toString(s.callsBefore()),
        "calls_per_s_after", Double.toString(s.callsAfter()),
        "is_new", Boolean.toString(s.isNew()));
  }
}
