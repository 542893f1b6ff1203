package dev.inquest.playbooks.simulation;

import dev.inquest.change.ChangeKind;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.playbooks.casefile.Answer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;

/** The answer of an incident. */
final class Truth {
  private static final double FELT_LATENCY = 1.3;
  private static final double FELT_ERRORS = 0.02;

  private Truth() {}

  /**
   * @param seen ids of the changes that are part of the evidence
   */
  static Answer of(String id, Incident incident, Set<String> seen) {
    Plan plan = incident.plan();
    boolean healthy = plan.verdict() == Answer.Verdict.HEALTHY;
    return new Answer(
        id,
        plan.verdict(),
        causes(incident, seen),
        healthy ? null : plan.origin().name(),
        healthy ? List.of() : radius(incident),
        healthy ? null : plan.remediation(),
        incident.timeline().decoys().stream().filter(seen::contains).toList());
  }

  private static List<Answer.Cause> causes(Incident incident, Set<String> seen) {
    Guilt guilt = incident.plan().guilt();
    if (guilt == null) {
      return incident.plan().causes();
    }
    if (!incident.difficulty().changes()) {
      return places(incident, guilt);
    }
    List<Answer.Cause> causes = new ArrayList<>();
    for (String change : incident.timeline().guilty().stream().filter(seen::contains).toList()) {
      CauseKind kind = kind(guilt, change.startsWith("deploy-"));
      causes.add(Answer.Cause.change(guilt.part().name(), kind, change));
      if (guilt.databaseToo()) {
        causes.add(Answer.Cause.change(guilt.part().name(), CauseKind.DATABASE, change));
      }
    }
    return causes;
  }

  private static CauseKind kind(Guilt guilt, boolean deploy) {
    return switch (guilt.kind()) {
      case COMMIT, DEPLOY -> deploy ? CauseKind.DEPLOY : CauseKind.COMMIT;
      case CONFIG -> CauseKind.CONFIG;
      case FLAG -> CauseKind.FLAG;
      case MIGRATION -> CauseKind.MIGRATION;
    };
  }

  /**
   * Where nobody tells of changes the place is all that can be found: whose change it was, where it
   * fails first, or the store that its statements burden.
   */
  private static List<Answer.Cause> places(Incident incident, Guilt guilt) {
    SequencedSet<String> places = new LinkedHashSet<>();
    places.add(guilt.part().name());
    places.add(incident.plan().origin().name());
    List<Answer.Cause> causes = new ArrayList<>();
    places.forEach(place -> causes.add(Answer.Cause.at(place, null, kind(guilt, true))));
    if (guilt.databaseToo() || guilt.kind() == ChangeKind.MIGRATION) {
      World world = incident.world();
      guilt.part().calls().stream()
          .filter(call -> call.statement() != null)
          .map(call -> world.part(call.to()).name())
          .distinct()
          .forEach(store -> causes.add(Answer.Cause.at(store, null, CauseKind.DATABASE)));
    }
    return causes;
  }

  /** Services that are clearly worse than the same days without the fault. */
  private static List<String> radius(Incident incident) {
    int last = incident.end() - 1;
    return incident.world().services().stream()
        .filter(p -> p.index() != incident.plan().origin().index())
        .filter(p -> felt(incident, p, last))
        .map(Part::name)
        .sorted()
        .toList();
  }

  static boolean felt(Incident incident, Part part, int step) {
    double usual = incident.usual().latency(part, step);
    return incident.history().latency(part, step) > FELT_LATENCY * usual
        || incident.history().errors(part, step)
            > incident.usual().errors(part, step) + FELT_ERRORS;
  }
}
