package dev.inquest.hypothesis;

import dev.inquest.analysis.Symptom;
import dev.inquest.change.ChangeUnit;
import dev.inquest.change.ChangeUnits;
import dev.inquest.diagnosis.Onset;
import dev.inquest.investigation.Detection;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Matching;
import dev.inquest.investigation.Scope;
import dev.inquest.investigation.Shift;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbook.Playbook;
import dev.inquest.playbook.Playbook.HypothesisRule;
import dev.inquest.topology.ServiceMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Raises the hypotheses that the matching playbooks speak of. */
public final class HypothesisStage {
  private static final List<Candidates> SORTS =
      List.of(
          new ChangeCandidates(),
          new ResourceCandidates(),
          new DependencyCandidates(),
          new DatabaseCandidates(),
          new TrafficCandidates());
  private static final double LEAST_PRIOR = 1e-3;
  private static final int MAX_OF_ONE_SORT = 12;

  private final Catalogue catalogue;
  private final int maxHypotheses;

  public HypothesisStage(Catalogue catalogue, int maxHypotheses) {
    this.catalogue = catalogue;
    this.maxHypotheses = maxHypotheses;
  }

  public List<Hypothesis> hypothesise(
      Scope scope, Gathered gathered, Detection detection, ServiceMap services) {
    Onset onset = detection.onset();
    if (onset == null) {
      return List.of();
    }
    List<Shift> worse = detection.shifts().stream().filter(Matching::worse).toList();
    Set<Symptom> symptoms = symptoms(scope, worse);
    List<Hypothesis> raised = new ArrayList<>();
    for (Playbook playbook : catalogue.playbooks()) {
      if (symptoms.stream().anyMatch(symptom -> playbook.match().contains(symptom.word()))) {
        Duration window = playbook.detect().onsetWindow();
        List<ChangeUnit> near = near(ChangeUnits.of(gathered.changes(), services), onset, window);
        raise(
            playbook, new Raising(scope, gathered, services, onset, near, worse, symptoms), raised);
      }
    }
    return raised.stream().limit(maxHypotheses).toList();
  }

  /** Changes in effect within the window before the onset, or later; the nearest first. */
  private static List<ChangeUnit> near(List<ChangeUnit> units, Onset onset, Duration window) {
    Instant earliest = onset.from().minus(window);
    return units.stream()
        .filter(unit -> !at(unit).isBefore(earliest))
        .sorted(
            Comparator.comparing(
                    (ChangeUnit unit) -> Duration.between(at(unit), onset.midpoint()).abs())
                .thenComparing(ChangeUnit::id))
        .toList();
  }

  private static Instant at(ChangeUnit unit) {
    return Objects.requireNonNullElse(unit.effectiveAt(), unit.main().at());
  }

  private static Set<Symptom> symptoms(Scope scope, List<Shift> worse) {
    Set<Symptom> symptoms = EnumSet.noneOf(Symptom.class);
    for (Symptom symptom : Symptom.values()) {
      if (scope.symptoms().contains(symptom.word())) {
        symptoms.add(symptom);
      }
    }
    for (Shift shift : worse) {
      String service = shift.series().service();
      if (service == null || scope.services().isEmpty() || scope.services().contains(service)) {
        symptoms.add(Symptom.of(shift.series()));
      }
    }
    symptoms.remove(Symptom.OTHER);
    return symptoms;
  }

  private void raise(Playbook playbook, Raising raising, List<Hypothesis> raised) {
    Set<String> seen = new HashSet<>();
    for (HypothesisRule rule : playbook.hypotheses()) {
      for (Candidates sort : SORTS) {
        if (sort.serves(rule.kind())) {
          int taken = 0;
          for (Candidate candidate : sort.find(raising, rule.kind())) {
            if (seen.add(identity(candidate)) && taken++ < MAX_OF_ONE_SORT) {
              raised.add(hypothesis(candidate, rule, playbook, raised.size() + 1));
            }
          }
        }
      }
    }
  }

  /** One change is one hypothesis of a playbook, though its rules name commits and deploys. */
  private static String identity(Candidate candidate) {
    return candidate.change() != null
        ? "change " + candidate.change()
        : candidate.kind() + " " + candidate.service() + " " + candidate.indicator();
  }

  private static Hypothesis hypothesis(
      Candidate candidate, HypothesisRule rule, Playbook playbook, int number) {
    return new Hypothesis(
        "h" + number,
        candidate.kind(),
        candidate.service(),
        candidate.instance(),
        candidate.change(),
        candidate.indicator(),
        playbook.id(),
        candidate.claim(),
        Math.min(1 - LEAST_PRIOR, Math.max(LEAST_PRIOR, rule.prior())),
        rule.tests());
  }
}
