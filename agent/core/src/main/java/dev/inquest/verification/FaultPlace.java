package dev.inquest.verification;

import dev.inquest.analysis.Materiality;
import dev.inquest.analysis.Symptom;
import dev.inquest.change.ChangeUnit;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Failure;
import dev.inquest.investigation.Matching;
import dev.inquest.investigation.Sentences;
import dev.inquest.investigation.Shift;
import dev.inquest.playbook.Tuning;
import dev.inquest.topology.Reach;
import dev.inquest.topology.Topology;
import dev.inquest.topology.Topology.NodeKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether it fails where the change runs, and not where it does not: the accused service fails
 * itself or alerts, and those that are ill are it, call it, are called by it, or use the same
 * store. Ill is who fails or is slow: less or more traffic, or a busy host, may be anybody's doing.
 */
final class FaultPlace implements Verifier {
  private static final int MIN_ILL = 3;
  private static final Set<NodeKind> STORES =
      Set.of(NodeKind.DATABASE, NodeKind.CACHE, NodeKind.QUEUE);

  @Override
  public String id() {
    return "fault-place";
  }

  @Override
  public Finding verify(Inquiry inquiry, Hypothesis hypothesis) {
    Optional<ChangeUnit> unit = inquiry.accused(hypothesis);
    Set<String> services =
        unit.map(ChangeUnit::services)
            .orElseGet(
                () -> hypothesis.service() == null ? Set.of() : Set.of(hypothesis.service()));
    if (services.isEmpty()) {
      return Finding.untestable("which services run it is not known");
    }
    Set<String> ill = ill(inquiry);
    Set<String> outside = outside(inquiry.topology(), services, ill);
    boolean shared = unit.isPresent() && !unit.get().carriers().isEmpty();
    Tuning tuning = inquiry.tuning(hypothesis);
    if (!shared
        && ill.size() >= MIN_ILL
        && outside.size() >= tuning.number("outside_share") * ill.size()) {
      return new Finding(
          new Outcome.Refuted(
              "Services that it cannot reach became ill too: " + names(outside) + "."),
          (double) outside.size() / ill.size(),
          evidence(inquiry),
          Collections.emptySortedMap());
    }
    double share = services.stream().mapToDouble(s -> share(inquiry, s)).max().orElse(0);
    if (services.stream().anyMatch(inquiry.scope().alerting()::contains)) {
      share = Math.max(share, tuning.number("place_alerting"));
    }
    return share < tuning.number("place_least")
        ? Finding.untestable("hardly anything fails in " + names(services) + " itself")
        : Finding.supported(
            "It runs in " + names(services) + ", where it fails.",
            Math.clamp(share * (shared ? tuning.number("place_shared") : 1), 0, 1),
            evidence(inquiry));
  }

  private static List<String> evidence(Inquiry inquiry) {
    List<String> evidence = new ArrayList<>(inquiry.cited(EvidenceKind.LOGS));
    evidence.addAll(inquiry.cited(EvidenceKind.TRACES));
    evidence.addAll(inquiry.matchingEvidence());
    return evidence;
  }

  /** The share of what fails first that fails there. */
  private static double share(Inquiry inquiry, String service) {
    List<Failure> origins = inquiry.failures().all().stream().filter(Failure::deepest).toList();
    List<Failure> counting = origins.isEmpty() ? inquiry.failures().all() : origins;
    long there =
        counting.stream()
            .filter(f -> service.equals(Matching.name(inquiry.services(), f.service())))
            .count();
    return counting.isEmpty() ? 0 : (double) there / counting.size();
  }

  private static Set<String> ill(Inquiry inquiry) {
    Set<String> ill = new TreeSet<>();
    for (Shift shift : inquiry.detection().shifts()) {
      String service = Matching.name(inquiry.services(), shift.series().service());
      Symptom symptom = Symptom.of(shift.series());
      boolean suffers = symptom == Symptom.ERROR || symptom == Symptom.LATENCY;
      if (service != null && suffers && Matching.worse(shift) && matters(shift)) {
        ill.add(service);
      }
    }
    return ill;
  }

  private static boolean matters(Shift shift) {
    return Materiality.matters(shift.series(), shift.before(), shift.after());
  }

  private static Set<String> outside(Topology topology, Set<String> services, Set<String> ill) {
    Set<String> down = Reach.down(topology, services);
    Set<String> felt = new TreeSet<>(services);
    topology.nodes().stream()
        .filter(node -> STORES.contains(node.kind()) && down.contains(node.id()))
        .forEach(node -> felt.add(node.id()));
    Set<String> reached = new TreeSet<>(Reach.up(topology, felt));
    reached.addAll(down);
    Set<String> outside = new TreeSet<>(ill);
    outside.removeAll(reached);
    Set<String> known =
        topology.nodes().stream().map(Topology.Node::id).collect(Collectors.toSet());
    outside.retainAll(known);
    return outside;
  }

  private static String names(Set<String> services) {
    return services.stream().limit(4).map(Sentences::plain).collect(Collectors.joining(", "));
  }
}
