package dev.inquest.verification;

import dev.inquest.analysis.OperationComparison.Changed;
import dev.inquest.analysis.Symptom;
import dev.inquest.change.ChangeUnit;
import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.Evidence;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Cited;
import dev.inquest.investigation.Detection;
import dev.inquest.investigation.DistinguishingAttribute;
import dev.inquest.investigation.Failures;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Outside;
import dev.inquest.investigation.Scope;
import dev.inquest.investigation.Shift;
import dev.inquest.investigation.Shortage;
import dev.inquest.investigation.StoreSign;
import dev.inquest.investigation.Told;
import dev.inquest.playbook.Tuning;
import dev.inquest.topology.ServiceMap;
import dev.inquest.topology.Topology;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What every verifier may look at, with the numbers of the test that asks. Used by one thread. */
public final class Inquiry {
  private final Premises premises;
  private final Readings readings;
  private final KeptFindings kept;

  /** Null where no test is asking. */
  private final @Nullable NotedNumbers numbers;

  public Inquiry(Premises premises) {
    this.premises = premises;
    this.readings = new Readings(premises, this);
    this.kept = new KeptFindings();
    this.numbers = null;
  }

  private Inquiry(Inquiry same, NotedNumbers numbers) {
    this.premises = same.premises;
    this.readings = same.readings;
    this.kept = same.kept;
    this.numbers = numbers;
  }

  /** This inquiry, for a test with these numbers. */
  Inquiry with(NotedNumbers given) {
    return new Inquiry(this, given);
  }

  /** What tests of this inquiry found so far. */
  KeptFindings kept() {
    return kept;
  }

  public Scope scope() {
    return premises.scope();
  }

  public Gathered gathered() {
    return premises.gathered();
  }

  public Detection detection() {
    return premises.detection();
  }

  public Onset onset() {
    return premises.onset();
  }

  public Told told() {
    return premises.told();
  }

  public ServiceMap services() {
    return premises.services();
  }

  /**
   * Numbers that the playbook of a hypothesis gives.
   *
   * @throws IllegalStateException where no test is asking
   */
  Tuning tuning(Hypothesis hypothesis) {
    if (numbers == null) {
      throw new IllegalStateException("numbers are a test's own");
    }
    return numbers.of(hypothesis.playbook());
  }

  /** Who calls whom, as traces show and errors tell. */
  Topology topology() {
    return readings.topology();
  }

  /** What fails in words since the onset, and did not before. */
  Failures failures() {
    return premises.told().failures();
  }

  /** Signs in what fails of a cause that nobody here changed. */
  List<Outside> outside() {
    return premises.told().outside();
  }

  /** What telemetry tells of stores. */
  List<StoreSign> stores() {
    return premises.told().stores();
  }

  /** What services say they lack. */
  List<Shortage> shortages() {
    return premises.told().shortages();
  }

  /** Names in what fails. */
  FailureWords failureWords() {
    return readings.failureWords();
  }

  /** Names in what was changed. */
  ChangeWords changeWords() {
    return readings.changeWords();
  }

  /** How the trouble shows itself. */
  Seen seen() {
    return readings.seen();
  }

  public Witness witness() {
    return premises.witness();
  }

  public List<ChangeUnit> units() {
    return readings.units();
  }

  /** The change a hypothesis accuses; empty where it accuses none. */
  public Optional<ChangeUnit> accused(Hypothesis hypothesis) {
    return units().stream().filter(unit -> unit.isCalled(hypothesis.change())).findFirst();
  }

  /** Shifts for the worse that speak of what the alert speaks of, strongest first. */
  public List<Shift> matching() {
    return readings.matching();
  }

  /** Ids of the strongest matching shifts. */
  public List<String> matchingEvidence() {
    return matching().stream().limit(2).map(Shift::evidence).toList();
  }

  /** What has to be explained: the symptoms of the matching shifts. */
  public Set<Symptom> symptoms() {
    Set<Symptom> symptoms = EnumSet.noneOf(Symptom.class);
    matching().forEach(shift -> symptoms.add(Symptom.of(shift.series())));
    return symptoms;
  }

  /** The diff of a change, read once; empty where no source told it. */
  public Optional<ReadDiff> read(ChangeUnit unit) {
    return readings.diff(unit);
  }

  /** Operations that changed across the onset, the greatest increase of time per trace first. */
  public List<Changed> operations() {
    return readings.operations();
  }

  /**
   * Ids of the written shifts of these operations, and of what their slow spans have in common, as
   * far as they were written.
   */
  public List<String> evidence(List<Changed> changed) {
    return premises.detection().operations().stream()
        .filter(shift ->
            changed.stream()
                .anyMatch(c ->
                    c.service().equals(shift.service()) && c.operation().equals(shift.operation())))
        .flatMap(shift ->
            Stream.concat(
                Stream.of(shift.evidence()),
                shift.distinguishing().stream().map(DistinguishingAttribute::evidence)))
        .toList();
  }

  public List<String> cited(EvidenceKind kind) {
    return Cited.ids(premises.gathered(), kind);
  }

  /** A fact of this inquiry, written down. */
  public Evidence computed(
      EvidenceKind kind,
      String query,
      String summary,
      List<String> from,
      Map<String, String> facts) {
    return premises.book().computed(kind, query, summary, from, facts);
  }
}
