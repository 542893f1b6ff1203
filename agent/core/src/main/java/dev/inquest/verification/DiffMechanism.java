package dev.inquest.verification;

import dev.inquest.analysis.Sign;
import dev.inquest.change.ChangeUnit;
import dev.inquest.change.DiffReading;
import dev.inquest.change.Mechanism;
import dev.inquest.change.Trait;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Sentences;
import dev.inquest.playbook.Tuning;
import dev.inquest.topology.Reach;
import dev.inquest.topology.Topology;
import dev.inquest.verification.MechanismMatch.Fit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what the diff does can bring about what is seen, where it is seen. */
final class DiffMechanism implements Verifier {
  private static final double FEW = 0.3;
  private static final double MANY_TRACES = 100;

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

  private static Finding judge(Inquiry inquiry, Hypothesis hypothesis, ReadDiff read) {
    DiffReading reading = read.reading();
    Map<String, String> facts = Map.of("mechanisms", ReadDiff.words(reading));
    List<String> evidence = List.of(read.evidence());
    if (reading.inert()) {
      return Finding.refuted(
              "Its diff only touches " + ReadDiff.words(reading) + ": nothing that runs changed.",
              evidence)
          .with(facts);
    }
    if (onlySql(reading) && noStatementGrew(inquiry, hypothesis)) {
      return Finding.refuted(
              "Its diff changes what is asked of the database, and no statement takes enough more "
                  + "of the database's time to explain it.",
              evidence)
          .with(facts);
    }
    return matched(inquiry, hypothesis, reading, facts, evidence);
  }

  private static Finding matched(
      Inquiry inquiry,
      Hypothesis hypothesis,
      DiffReading reading,
      Map<String, String> facts,
      List<String> evidence) {
    Tuning tuning = inquiry.tuning(hypothesis);
    List<Fit> fits = new MechanismMatch(inquiry.seen(), tuning).fits(reading);
    if (!fits.isEmpty() && fits.getFirst().strength() >= tuning.number("fit_floor")) {
      Fit best = fits.getFirst();
      return Finding.supported(
              "Its diff touches "
                  + best.trait().words()
                  + (best.trait().key().isEmpty()
                      ? ""
                      : " («" + Sentences.plain(best.trait().key()) + "»)")
                  + ", which can cause "
                  + words(best.signs())
                  + ".",
              Math.clamp(best.strength(), 0, 1),
              evidence)
          .with(facts);
    }
    if (reading.traits().stream().anyMatch(trait -> open(trait, tuning))) {
      return Finding.untestable(
              "its diff ("
                  + ReadDiff.words(reading)
                  + ") neither shows nor rules out how it would cause what is seen")
          .with(facts);
    }
    return new Finding(
            new Outcome.Refuted(
                "Its diff ("
                    + ReadDiff.words(reading)
                    + ") does nothing that would show itself like this."),
            Math.clamp(tuning.number("unfit_strength"), 0, 1),
            evidence,
            Collections.emptySortedMap())
        .with(facts);
  }

  /** Code or versions of which nothing more can be said, unless they hardly moved. */
  private static boolean open(Trait trait, Tuning tuning) {
    boolean unspecific = !trait.mechanism().specific() && !trait.mechanism().inert();
    double least = StrictMath.log(tuning.number("slight_factor"));
    boolean slight = !Double.isNaN(trait.factor()) && trait.magnitude() < least;
    return unspecific && trait.mechanism() != Mechanism.TELEMETRY && !slight;
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

  /** A change in a service that nothing alerting calls cannot be felt there. */
  private static Optional<Finding> elsewhere(Inquiry inquiry, ChangeUnit unit) {
    Topology topology = inquiry.topology();
    Set<String> alerting = inquiry.scope().alerting();
    String service = unit.service();
    if (service == null || !unit.carriers().isEmpty()) {
      return Optional.empty();
    }
    boolean known =
        topology.nodes().stream().anyMatch(node -> node.id().equals(service))
            && topology.nodes().stream().anyMatch(node -> alerting.contains(node.id()));
    if (!known || alerting.isEmpty() || sharesWith(topology, alerting, service)) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            new Outcome.Refuted(
                "It changed "
                    + Sentences.plain(service)
                    + ", which "
                    + String.join(", ", alerting)
                    + " neither calls nor shares anything with."),
            certainty(inquiry),
            inquiry.cited(EvidenceKind.TOPOLOGY),
            Collections.emptySortedMap()));
  }

  /** A handful of traces does not show every call. */
  private static double certainty(Inquiry inquiry) {
    int traces = inquiry.gathered().traces().size();
    boolean told = !inquiry.scope().known().edges().isEmpty();
    return told ? 1 : Math.min(1, FEW + traces / MANY_TRACES);
  }

  /** A called service, a caller (it sends the load), or a user of the same database or queue. */
  private static boolean sharesWith(Topology topology, Set<String> alerting, String service) {
    Set<String> below = Reach.down(topology, alerting);
    return below.contains(service)
        || Reach.up(topology, alerting).contains(service)
        || Reach.down(topology, Set.of(service)).stream().anyMatch(below::contains);
  }

  private static String words(Set<Sign> signs) {
    return signs.stream().map(Sign::words).sorted().collect(Collectors.joining(", "));
  }
}
