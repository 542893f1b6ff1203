package dev.inquest.verification;

import dev.inquest.analysis.OperationComparison;
import dev.inquest.analysis.OperationComparison.Changed;
import dev.inquest.analysis.Symptom;
import dev.inquest.change.ChangeUnit;
import dev.inquest.change.ChangeUnits;
import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.Evidence;
import dev.inquest.evidence.EvidenceBook;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Cited;
import dev.inquest.investigation.Detection;
import dev.inquest.investigation.DistinguishingAttribute;
import dev.inquest.investigation.Failures;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Matching;
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
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What every verifier may look at; computes shared things once. Used by one thread. */
public final class Inquiry {
  private static final double FALSE_DISCOVERY_RATE = 0.05;

  private final Scope scope;
  private final Gathered gathered;
  private final Detection detection;
  private final Onset onset;
  private final Told told;
  private final ServiceMap services;
  private final EvidenceBook book;
  private final Witness witness;

  /** Of the test that asks; what is computed once and shared must not depend on any. */
  private final @Nullable NotedNumbers numbers;

  private final KeptFindings kept;
  private final List<ChangeUnit> units;
  private final DiffReadings diffs;
  private final Once<List<Changed>> operations;
  private final Once<List<Shift>> matching;
  private final Once<FailureWords> failureWords;
  private final Once<ChangeWords> changeWords;
  private final Once<Seen> seen;
  private final Once<Topology> topology;

  public Inquiry(
      Scope scope,
      Gathered gathered,
      Detection detection,
      Onset onset,
      Told told,
      ServiceMap services,
      EvidenceBook book,
      Witness witness) {
    this.numbers = null;
    this.kept = new KeptFindings();
    this.scope = scope;
    this.gathered = gathered;
    this.detection = detection;
    this.onset = onset;
    this.told = told;
    this.services = services;
    this.book = book;
    this.witness = witness;
    this.units = ChangeUnits.of(gathered.changes(), services);
    this.diffs = new DiffReadings(gathered, book);
    this.operations = new Once<>(this::compareOperations);
    this.matching = new Once<>(this::matchShifts);
    this.failureWords = new Once<>(() -> FailureWords.of(failures().all(), OrdinaryWords.of(this)));
    this.changeWords = new Once<>(this::readChangeWords);
    this.seen = new Once<>(() -> Seen.of(this));
    this.topology =
        new Once<>(() -> Mentions.joined(gathered().topology(), failures().all(), measured()));
  }

  private Inquiry(Inquiry same, NotedNumbers numbers) {
    this.numbers = numbers;
    this.kept = same.kept;
    this.scope = same.scope;
    this.gathered = same.gathered;
    this.detection = same.detection;
    this.onset = same.onset;
    this.told = same.told;
    this.services = same.services;
    this.book = same.book;
    this.witness = same.witness;
    this.units = same.units;
    this.diffs = same.diffs;
    this.operations = same.operations;
    this.matching = same.matching;
    this.failureWords = same.failureWords;
    this.changeWords = same.changeWords;
    this.seen = same.seen;
    this.topology = same.topology;
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
    return scope;
  }

  public Gathered gathered() {
    return gathered;
  }

  public Detection detection() {
    return detection;
  }

  public Onset onset() {
    return onset;
  }

  public Told told() {
    return told;
  }

  public ServiceMap services() {
    return services;
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
    return topology.get();
  }

  /** Services with metrics of their own. */
  private Set<String> measured() {
    Set<String> measured = new TreeSet<>();
    for (MetricSeries series : gathered.metrics()) {
      String service = series.id().service();
      if (service != null) {
        measured.add(service);
      }
    }
    return measured;
  }

  /** What fails in words since the onset, and did not before. */
  Failures failures() {
    return told.failures();
  }

  /** Signs in what fails of a cause that nobody here changed. */
  List<Outside> outside() {
    return told.outside();
  }

  /** What telemetry tells of stores. */
  List<StoreSign> stores() {
    return told.stores();
  }

  /** What services say they lack. */
  List<Shortage> shortages() {
    return told.shortages();
  }

  /** Names in what fails. */
  FailureWords failureWords() {
    return failureWords.get();
  }

  /** Names in what was changed. */
  ChangeWords changeWords() {
    return changeWords.get();
  }

  /** How the trouble shows itself. */
  Seen seen() {
    return seen.get();
  }

  public Witness witness() {
    return witness;
  }

  public List<ChangeUnit> units() {
    return units;
  }

  /** The change a hypothesis accuses; empty where it accuses none. */
  public Optional<ChangeUnit> accused(Hypothesis hypothesis) {
    return units.stream().filter(unit -> unit.isCalled(hypothesis.change())).findFirst();
  }

  /** Shifts for the worse that speak of what the alert speaks of, strongest first. */
  public List<Shift> matching() {
    return matching.get();
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
    return diffs.of(unit);
  }

  /** Operations that changed across the onset, the greatest increase of time per trace first. */
  public List<Changed> operations() {
    return operations.get();
  }

  /**
   * Ids of the written shifts of these operations, and of what their slow spans have in common, as
   * far as they were written.
   */
  public List<String> evidence(List<Changed> changed) {
    return detection.operations().stream()
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
    return Cited.ids(gathered, kind);
  }

  /** A fact of this inquiry, written down. */
  public Evidence computed(
      EvidenceKind kind,
      String query,
      String summary,
      List<String> from,
      Map<String, String> facts) {
    return book.computed(kind, query, summary, from, facts);
  }

  private List<Changed> compareOperations() {
    return OperationComparison.changed(
        gathered.traces(), onset.from(), onset.to(), FALSE_DISCOVERY_RATE);
  }

  private List<Shift> matchShifts() {
    Matching rule = Matching.of(scope, gathered.metrics());
    return detection.shifts().stream().filter(rule::matches).toList();
  }

  private ChangeWords readChangeWords() {
    return ChangeWords.of(
        units.stream().map(this::read).flatMap(Optional::stream).map(ReadDiff::reading).toList());
  }
}
