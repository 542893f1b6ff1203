package dev.inquest.diagnosis;

import dev.inquest.diagnosis.Posterior.Rival;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Detection;
import dev.inquest.investigation.Figures;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Matching;
import dev.inquest.investigation.Scope;
import dev.inquest.investigation.Sentences;
import dev.inquest.investigation.Shift;
import dev.inquest.playbook.Catalogue;
import dev.inquest.ranking.NodeRanking;
import dev.inquest.ranking.RankedNode;
import dev.inquest.verification.Examined;
import dev.inquest.verification.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Weighs what was found; names a cause or says what is missing. */
public final class ConcludeStage {
  private static final int MAX_CAUSES = 10;
  private static final double LEAST_NAMED = 0.01;

  private final Verdicts verdicts;

  public ConcludeStage(Catalogue catalogue) {
    this.verdicts = new Verdicts(catalogue);
  }

  public Diagnosis conclude(
      Scope scope, Gathered gathered, Detection detection, List<Examined> examined) {
    Matching matching = Matching.of(scope, gathered.metrics());
    List<Shift> shifts = detection.shifts().stream().filter(matching::matches).toList();
    NodeRanking ranking = detection.ranking();
    if (shifts.isEmpty() && ranking.nodes().isEmpty() && detection.onset() == null) {
      return withoutShift(scope, gathered);
    }
    List<Rival> all = Posterior.of(examined);
    boolean outside = verdicts.outside(gathered, all);
    List<Rival> ranked = outside ? all.stream().filter(rival -> !accuses(rival)).toList() : all;
    Optional<Rival> cause =
        outside
            ? Optional.empty()
            : verdicts.cause(ranked).filter(rival -> Origins.yieldTo(rival.examined(), ranking));
    if (cause.isEmpty() && !outside) {
      Optional<Instant> over = Passed.since(scope, gathered);
      if (over.isPresent()) {
        return passed(gathered, detection, over.get());
      }
    }
    boolean unchanged = all.stream().noneMatch(ConcludeStage::accuses);
    if (cause.isEmpty() && unchanged && !ranking.nodes().isEmpty()) {
      // where no change is near the onset, what is left to find is where it came from
      return origin(gathered, detection, ranking);
    }
    String first =
        cause
            .map(rival -> rival.examined().hypothesis().service())
            .orElseGet(() -> Spread.firstFailing(scope, gathered, detection));
    List<String> radius = Spread.blastRadius(detection, first);
    Details details =
        new Details(
            Origins.after(
                ranked.stream()
                    .filter(rival -> rival.probability() >= LEAST_NAMED)
                    .filter(rival ->
                        cause.isEmpty() || rival.equals(cause.get()) || !rival.examined().refuted())
                    .limit(MAX_CAUSES)
                    .map(CauseWriter::cause)
                    .toList(),
                ranking),
            Refutations.of(all, cause.orElse(null), gathered.changes()),
            detection.onset(),
            first,
            radius,
            (outside ? ranked.stream().findFirst() : cause)
                .map(rival -> CauseWriter.remediation(rival.examined()))
                .orElse(null),
            missing(gathered, cause.orElse(null), ranked),
            Impact.of(shifts, detection.onset(), radius));
    if (outside) {
      return new Diagnosis.NoCodeCause(
          "No change explains it. " + ranked.getFirst().examined().hypothesis().claim(), details);
    }
    return cause
        .map(rival -> identified(rival, details))
        .orElseGet(() -> notIdentified(gathered, ranked, details));
  }

  /** Nothing is wrong any more, and no change has to be answered for. */
  private static Diagnosis passed(Gathered gathered, Detection detection, Instant since) {
    String first =
        detection
            .ranking()
            .first()
            .map(node -> " Most pointed to " + Sentences.plain(node.service()) + ".")
            .orElse("");
    return new Diagnosis.Healthy(
        "It is over: its alerts ended at "
            + Sentences.time(since)
            + ", and what they speak of is as it was before."
            + first,
        details(gathered.missing(), "It passed by itself, and no change explains it."));
  }

  private static boolean accuses(Rival rival) {
    return rival.examined().hypothesis().change() != null;
  }

  private Diagnosis origin(Gathered gathered, Detection detection, NodeRanking ranking) {
    RankedNode first = ranking.nodes().getFirst();
    List<String> radius = Spread.blastRadius(detection, first.service());
    Details details =
        new Details(
            Origins.causes(ranking),
            List.of(),
            detection.onset(),
            first.service(),
            radius,
            Origins.remediation(first),
            gathered.missing(),
            Impact.of(detection.shifts().stream().limit(1).toList(), detection.onset(), radius));
    if (!onlyAlarms(gathered) && !verdicts.worthNaming(first)) {
      return new Diagnosis.Inconclusive(
          "Something is wrong; where it came from is not settled. Likeliest so far (probability "
              + Figures.three(first.probability())
              + "): "
              + details.causes().getFirst().claim(),
          details);
    }
    return new Diagnosis.Identified(details.causes().getFirst().claim(), details);
  }

  /** Then nothing else could ever settle it, and the likeliest place is what can be said. */
  private static boolean onlyAlarms(Gathered gathered) {
    return gathered.metrics().isEmpty() && gathered.traces().isEmpty() && gathered.logs().isEmpty();
  }

  private static Diagnosis identified(Rival rival, Details details) {
    return new Diagnosis.Identified(rival.examined().hypothesis().claim(), details);
  }

  private Diagnosis notIdentified(Gathered gathered, List<Rival> ranked, Details details) {
    if (allChangesRefuted(gathered, ranked)) {
      return new Diagnosis.NoCodeCause(
          "Something is wrong, and no change explains it: each one near the onset is ruled out.",
          details);
    }
    String suspicion =
        ranked.stream()
            .findFirst()
            .filter(verdicts::worthNaming)
            .map(rival ->
                " Likeliest so far (probability "
                    + Figures.three(rival.probability())
                    + "): "
                    + rival.examined().hypothesis().claim())
            .orElse("");
    return new Diagnosis.Inconclusive(
        "Something is wrong; what caused it is not settled." + suspicion, details);
  }

  /** Only said where changes could be read at all. */
  private static boolean allChangesRefuted(Gathered gathered, List<Rival> ranked) {
    boolean told = gathered.missing().stream().noneMatch(m -> m.startsWith("changes"));
    return told
        && !gathered.changes().isEmpty()
        && ranked.stream()
            .filter(rival -> rival.examined().hypothesis().change() != null)
            .allMatch(rival -> rival.examined().refuted());
  }

  private static Diagnosis withoutShift(Scope scope, Gathered gathered) {
    List<String> missing = new ArrayList<>(gathered.missing());
    return switch (Sight.of(scope, gathered)) {
      case AS_BEFORE ->
          new Diagnosis.Healthy(
              "Nothing is wrong: what the alert speaks of is as it was before.",
              details(missing, "No change is seen in what the alert speaks of."));
      case PERHAPS_BEGINNING -> {
        missing.add("metrics: too few samples since it may have begun");
        yield new Diagnosis.Inconclusive(
            "It may just have begun: too few samples to tell.",
            details(missing, "The newest samples are off their baseline."));
      }
      case NOT_AS_IT_BEGAN -> {
        missing.add("metrics: no clear step between what they were and what they are");
        yield new Diagnosis.Inconclusive(
            "What the alert speaks of is not as it was; when that began is not clear.",
            details(missing, "The newest samples are off those that were read first."));
      }
      case NOTHING -> {
        missing.add("metrics: none of what the alert speaks of");
        yield new Diagnosis.Inconclusive(
            "The metrics that the alert speaks of were not there to be judged.",
            details(missing, "Not known."));
      }
    };
  }

  private static Details details(List<String> missing, String impact) {
    return new Details(
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        null,
        missing.stream().distinct().sorted().toList(),
        impact);
  }

  /** What could not be had, and what tests of the rivals that count could not be made. */
  private static List<String> missing(
      Gathered gathered, @Nullable Rival cause, List<Rival> ranked) {
    TreeSet<String> missing = new TreeSet<>(gathered.missing());
    List<Rival> counting = cause == null ? ranked.stream().limit(3).toList() : List.of(cause);
    for (Rival rival : counting) {
      Hypothesis hypothesis = rival.examined().hypothesis();
      rival
          .examined()
          .verifications()
          .forEach(v -> {
            if (v.outcome() instanceof Outcome.Untestable(String why)) {
              missing.add(v.test() + " of " + hypothesis.id() + ": " + why);
            }
          });
    }
    return List.copyOf(missing);
  }
}
