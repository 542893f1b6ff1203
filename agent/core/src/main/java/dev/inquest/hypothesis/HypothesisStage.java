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
import dev.inquest.investigation.Told;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbook.Playbook;
import dev.inquest.playbook.Playbook.HypothesisRule;
import dev.inquest.topology.ServiceMap;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Raises the hypotheses that the matching playbooks speak of. */
public final class HypothesisStage {
  private static final List<Candidates> SORTS =
      List.of(
          new ChangeCandidates(),
          new ResourceCandidates(),
          new DependencyCandidates(),
          new DatabaseCandidates(),
          new TrafficCandidates(),
          new OutsideCandidates());
  private static final double LEAST_PRIOR = 1e-3;
  static final int MAX_OF_ONE_SORT = 12;

  private final Catalogue catalogue;
  private final int maxHypotheses;

  public HypothesisStage(Catalogue catalogue, int maxHypotheses) {
    this.catalogue = catalogue;
    this.maxHypotheses = maxHypotheses;
  }

  public List<Hypothesis> hypothesise(
      Scope scope,
      Gathered gathered,
      Detection detection,
      Onset onset,
      Told told,
      ServiceMap services) {
    return believe(raise(scope, gathered, detection, onset, told, services));
  }

  /** As likely before any test as this catalogue's rules take them to be. */
  public List<Hypothesis> believe(List<Raised> raised) {
    return raised.stream()
        .map(r -> r.hypothesis().believed(prior(rule(r).prior(), r.most())))
        .toList();
  }

  private HypothesisRule rule(Raised raised) {
    return catalogue
        .find(raised.hypothesis().playbook())
        .orElseThrow()
        .hypotheses()
        .get(raised.rule());
  }

  private static double prior(double ruled, double most) {
    return Math.min(1 - LEAST_PRIOR, Math.max(LEAST_PRIOR, Math.min(ruled, most)));
  }

  /**
   * All of the playbooks that {@link #raise} depends on, but for how likely each hypothesis is,
   * which {@link #believe} says anew.
   */
  public Object raises() {
    return Raises.of(catalogue);
  }

  /** What the matching playbooks speak of. */
  public List<Raised> raise(
      Scope scope,
      Gathered gathered,
      Detection detection,
      Onset onset,
      Told told,
      ServiceMap services) {
    List<Shift> worse = detection.shifts().stream().filter(Matching::worse).toList();
    Set<Symptom> symptoms = symptoms(scope, worse);
    List<Raised> raised = new ArrayList<>();
    NearChanges changes =
        new NearChanges(ChangeUnits.of(gathered.changes(), services), onset, told.diffs());
    for (Playbook playbook : catalogue.playbooks()) {
      if (symptoms.stream().anyMatch(symptom -> playbook.match().contains(symptom.word()))) {
        Raises.Each rules = Raises.Each.of(playbook);
        List<ChangeUnit> near = changes.within(rules.window());
        raise(
            playbook,
            rules,
            new Raising(
                scope,
                gathered,
                services,
                onset,
                near,
                worse,
                symptoms,
                told.outside(),
                told.stores(),
                told.shortages()),
            changes.suspects(near),
            raised);
      }
    }
    return raised.stream().limit(maxHypotheses).toList();
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
    if (symptoms.isEmpty()) {
      worse.forEach(shift -> symptoms.add(Symptom.of(shift.series())));
      symptoms.remove(Symptom.OTHER);
    }
    return symptoms.isEmpty() ? EnumSet.of(Symptom.ERROR) : symptoms;
  }

  private static void raise(
      Playbook playbook, Raises.Each rules, Raising raising, long suspects, List<Raised> raised) {
    Set<String> seen = new HashSet<>();
    double share = rules.changes() / Math.max(1, suspects);
    for (int r = 0; r < playbook.hypotheses().size(); r++) {
      HypothesisRule rule = playbook.hypotheses().get(r);
      for (Candidates sort : SORTS) {
        if (sort.serves(rule.kind())) {
          int taken = 0;
          List<Candidate> found = sort.find(raising, rule.kind());
          double rivals = rules.rivals() / Math.max(1, Math.min(MAX_OF_ONE_SORT, places(found)));
          for (Candidate candidate : found) {
            boolean change = candidate.change() != null;
            int limit = change ? rules.most() : MAX_OF_ONE_SORT;
            if (seen.add(identity(candidate)) && taken++ < limit) {
              double mostLikely = change ? share : rivals;
              double prior = prior(rule.prior(), mostLikely);
              Hypothesis hypothesis =
                  hypothesis(candidate, rule, prior, playbook, raised.size() + 1);
              raised.add(new Raised(hypothesis, r, mostLikely));
            }
          }
        }
      }
    }
  }

  /** Several resources of one service that run short are one place to look, not several. */
  private static long places(List<Candidate> found) {
    return found.stream()
        .map(c -> c.service() == null ? String.valueOf(c.indicator()) : c.service())
        .distinct()
        .count();
  }

  /** One change is one hypothesis of a playbook, though its rules name commits and deploys. */
  private static String identity(Candidate candidate) {
    return candidate.change() != null
        ? "change " + candidate.change()
        : candidate.kind() + " " + candidate.service() + " " + candidate.indicator();
  }

  private static Hypothesis hypothesis(
      Candidate candidate, HypothesisRule rule, double prior, Playbook playbook, int number) {
    return new Hypothesis(
        "h" + number,
        candidate.kind(),
        candidate.service(),
        candidate.instance(),
        candidate.change(),
        candidate.indicator(),
        playbook.id(),
        candidate.claim(),
        prior,
        rule.tests());
  }
}
