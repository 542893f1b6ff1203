package dev.inquest.verification;

import dev.inquest.analysis.Symptom;
import dev.inquest.change.ChangeUnit;
import dev.inquest.change.DiffReading;
import dev.inquest.change.Mechanism;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Sentences;
import dev.inquest.topology.Reach;
import dev.inquest.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what the diff does can bring about what is seen, where it is seen. */
final class DiffMechanism implements Verifier {
  @Override
  public String id() {
    return "diff-mechanism";
  }

  @Override
  public Finding verify(Inquiry inquiry, Hypothesis hypothesis) {
    Optional<ChangeUnit> unit = inquiry.accused(hypothesis);
    if (unit.isEmpty()) {
      return Finding.untestable("no change is accused");
    }
    Optional<Finding> elsewhere = elsewhere(inquiry, unit.get());
    if (elsewhere.isPresent()) {
      return elsewhere.get();
    }
    return inquiry
        .read(unit.get())
        .map(read -> judge(inquiry, hypothesis, read))
        .orElseGet(() -> Finding.untestable("no diff: its text could not be read"));
  }

  private static Finding judge(Inquiry inquiry, Hypothesis hypothesis, Inquiry.Read read) {
    DiffReading reading = read.reading();
    Map<String, String> facts = Map.of("mechanisms", Inquiry.words(reading));
    List<String> evidence = List.of(read.evidence());
    if (reading.inert()) {
      return Finding.refuted(
              "Its diff only touches " + Inquiry.words(reading) + ": nothing that runs changed.",
              evidence)
          .with(facts);
    }
    Set<Symptom> symptoms = inquiry.symptoms();
    if (onlySql(reading) && noStatementGrew(inquiry, hypothesis)) {
      return Finding.refuted(
              "Its diff changes what is asked of the database, and no statement takes enough more "
                  + "of the database's time to explain it.",
              evidence)
          .with(facts);
    }
    String able =
        reading.mechanisms().stream()
            .filter(Mechanism::specific)
            .filter(mechanism -> symptoms.stream().anyMatch(mechanism::explains))
            .filter(mechanism -> mechanism.ofStatements() || !slight(reading))
            .map(Mechanism::words)
            .collect(Collectors.joining(", "));
    if (able.isEmpty()) {
      return Finding.untestable(
              "its diff ("
                  + Inquiry.words(reading)
                  + ") neither shows nor rules out how it would cause "
                  + words(symptoms))
          .with(facts);
    }
    return Finding.supported(
            "Its diff touches " + able + ", which can cause " + words(symptoms) + ".", 1, evidence)
        .with(facts);
  }

  /** Nothing in it but statements, tables and what cannot matter. */
  private static boolean onlySql(DiffReading reading) {
    return reading.mechanisms().stream().anyMatch(Mechanism::ofStatements)
        && reading.mechanisms().stream()
            .allMatch(m -> m.ofStatements() || m.inert() || m == Mechanism.CONFIG_VALUE);
  }

  private static boolean noStatementGrew(Inquiry inquiry, Hypothesis hypothesis) {
    Suspects.Grown grown = Suspects.grown(inquiry, hypothesis);
    return grown.why().isEmpty() && Suspects.explaining(inquiry, grown).isEmpty();
  }

  /** Only numbers were changed, and each by less than twofold. */
  private static boolean slight(DiffReading reading) {
    return !reading.values().isEmpty()
        && !reading.mechanisms().contains(Mechanism.OTHER_CODE)
        && reading.values().stream().allMatch(v -> v.factor() > 0.5 && v.factor() < 2);
  }

  /** A change in a service that nothing alerting calls cannot be felt there. */
  private static Optional<Finding> elsewhere(Inquiry inquiry, ChangeUnit unit) {
    Topology topology = inquiry.gathered().topology();
    Set<String> alerting = inquiry.scope().alerting();
    String service = unit.service();
    if (service == null) {
      return Optional.empty();
    }
    boolean known =
        topology.nodes().stream().anyMatch(node -> node.id().equals(service))
            && topology.nodes().stream().anyMatch(node -> alerting.contains(node.id()));
    if (!known || alerting.isEmpty() || sharesWith(topology, alerting, service)) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.refuted(
            "It changed "
                + Sentences.plain(service)
                + ", which "
                + String.join(", ", alerting)
                + " neither calls nor shares anything with.",
            inquiry.cited(dev.inquest.evidence.EvidenceKind.TOPOLOGY)));
  }

  /** A called service, a caller (it sends the load), or a user of the same database or queue. */
  private static boolean sharesWith(Topology topology, Set<String> alerting, String service) {
    Set<String> below = Reach.down(topology, alerting);
    return below.contains(service)
        || Reach.up(topology, alerting).contains(service)
        || Reach.down(topology, Set.of(service)).stream().anyMatch(below::contains);
  }

  private static String words(Set<Symptom> symptoms) {
    return symptoms.stream().map(Symptom::word).sorted().collect(Collectors.joining(", "));
  }
}
