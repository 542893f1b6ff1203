package dev.inquest.verification;

import dev.inquest.analysis.Symptom;
import dev.inquest.change.ChangeUnit;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Shift;
import dev.inquest.topology.ServiceEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Statements that may explain the trouble, and the changes they came with. */
final class Suspects {
  static final int TOP = 20;

  /** Less of the growth than this explains nothing. */
  private static final double MIN_SHARE = 0.3;

  /** A statement explains a slower service if a call takes at least this part of what it lost. */
  private static final double MIN_OF_LATENCY = 0.1;

  /**
   * What the databases said.
   *
   * @param why empty where at least one had an answer, else why none had
   */
  record Grown(List<GrownStatement> statements, String why, List<String> evidence) {}

  private Suspects() {}

  /** Statements that grew, over all databases a hypothesis is about; the greatest growth first. */
  static Grown grown(Inquiry inquiry, Hypothesis hypothesis) {
    List<GrownStatement> found = new ArrayList<>();
    List<String> evidence = new ArrayList<>();
    String why = "no database is known for it";
    boolean answered = false;
    for (String target : targets(inquiry, hypothesis)) {
      Witness.Said said = inquiry.witness().ask("statement-shift", target, parameters(inquiry));
      evidence.addAll(said.cited());
      if (said.answered()) {
        answered = true;
        found.addAll(read(said));
      } else {
        why = said.why();
      }
    }
    found.sort(
        Comparator.comparingDouble((GrownStatement s) -> -s.growth())
            .thenComparing(GrownStatement::target)
            .thenComparing(GrownStatement::queryId));
    return new Grown(found, answered ? "" : why, evidence);
  }

  /** Those that are enough to explain the trouble. */
  static List<GrownStatement> explaining(Inquiry inquiry, Grown grown) {
    double lost = latencyLost(inquiry);
    return grown.statements().stream()
        .filter(s -> s.changed() && s.share() >= MIN_SHARE)
        .filter(s -> s.meanMsAfter() / 1e3 >= MIN_OF_LATENCY * lost)
        .toList();
  }

  /** The change that sends the statement by its diff; empty where none or more than one does. */
  static Optional<ChangeUnit> origin(Inquiry inquiry, GrownStatement statement) {
    ChangeUnit best = null;
    double most = 0;
    for (ChangeUnit unit : inquiry.units()) {
      double tie =
          inquiry
              .read(unit)
              .map(read -> Tie.strength(inquiry, read.reading(), statement))
              .orElse(0.0);
      if (tie > most) {
        best = unit;
        most = tie;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * The statements a hypothesis stands or falls with: of a change, those it sends; of a database,
   * those no change sends.
   */
  static List<GrownStatement> of(Inquiry inquiry, Hypothesis hypothesis) {
    return explaining(inquiry, grown(inquiry, hypothesis)).stream()
        .filter(statement -> {
          Optional<ChangeUnit> origin = origin(inquiry, statement);
          return hypothesis.kind() == CauseKind.DATABASE
              ? origin.isEmpty()
              : origin.isPresent() && origin.get().isCalled(hypothesis.change());
        })
        .toList();
  }

  static Set<String> targets(Inquiry inquiry, Hypothesis hypothesis) {
    Set<String> targets = new TreeSet<>();
    String indicator = hypothesis.indicator();
    if (hypothesis.kind() == CauseKind.DATABASE && indicator != null) {
      targets.add(indicator);
      return targets;
    }
    Set<String> services = new TreeSet<>(inquiry.scope().services());
    if (hypothesis.service() != null) {
      services.add(hypothesis.service());
    }
    for (String service : services) {
      inquiry.services().find(service).map(ServiceEntry::databases).ifPresent(targets::addAll);
    }
    inquiry.gathered().probes().forEach(answer -> targets.add(answer.query().target()));
    targets.removeIf(target -> !inquiry.witness().knows(target));
    return targets;
  }

  private static Map<String, String> parameters(Inquiry inquiry) {
    return Map.of(
        "from", inquiry.scope().window().from().toString(),
        "split", inquiry.onset().from().toString(),
        "to", inquiry.scope().window().to().toString(),
        "top", Integer.toString(TOP));
  }

  private static List<GrownStatement> read(Witness.Said said) {
    ProbeAnswer answer = said.answer();
    double all = 0;
    for (int row = 0; row < answer.rows().size(); row++) {
      all += Math.max(0, growth(answer, row));
    }
    List<GrownStatement> found = new ArrayList<>();
    for (int row = 0; row < answer.rows().size(); row++) {
      double growth = growth(answer, row);
      if (growth > 0) {
        found.add(
            new GrownStatement(
                answer.query().target(),
                Rows.text(answer, row, "query_id"),
                Rows.text(answer, row, "query"),
                Rows.numberOr(answer, row, "calls_per_s_before", 0),
                Rows.numberOr(answer, row, "calls_per_s_after", 0),
                Rows.numberOr(answer, row, "mean_ms_before", 0),
                Rows.numberOr(answer, row, "mean_ms_after", 0),
                Boolean.TRUE.equals(Rows.flag(answer, row, "is_new")),
                growth,
                growth / all,
                said.cited()));
      }
    }
    return found;
  }

  private static double growth(ProbeAnswer answer, int row) {
    return Rows.numberOr(answer, row, "calls_per_s_after", 0)
            * Rows.numberOr(answer, row, "mean_ms_after", 0)
        - Rows.numberOr(answer, row, "calls_per_s_before", 0)
            * Rows.numberOr(answer, row, "mean_ms_before", 0);
  }

  /** Seconds by which the strongest matching latency rose; 0 where latency is not the matter. */
  private static double latencyLost(Inquiry inquiry) {
    return inquiry.matching().stream()
        .filter(shift -> Symptom.of(shift.series()) == Symptom.LATENCY)
        .findFirst()
        .map((Shift shift) -> Objects.requireNonNull(shift).after() - shift.before())
        .orElse(0.0);
  }
}
