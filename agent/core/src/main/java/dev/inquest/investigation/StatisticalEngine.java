package dev.inquest.investigation;

import dev.inquest.alert.Alert;
import dev.inquest.diagnosis.ConcludeStage;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.EvidenceBook;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.hypothesis.HypothesisStage;
import dev.inquest.hypothesis.Raised;
import dev.inquest.limit.Budget;
import dev.inquest.memory.PastIncidents;
import dev.inquest.playbook.Catalogue;
import dev.inquest.proposal.ProposeStage;
import dev.inquest.ranking.KeptSigns;
import dev.inquest.topology.ServiceMap;
import dev.inquest.topology.Topology;
import dev.inquest.verification.Examined;
import dev.inquest.verification.Inquiry;
import dev.inquest.verification.Premises;
import dev.inquest.verification.VerifyStage;
import dev.inquest.verification.Witness;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;

/** The stages by statistics and verification; the catalogue says what to look for. */
public final class StatisticalEngine implements Engine {
  private final ScopeStage scope;
  private final GatherStage gather;
  private final DetectStage detect;
  private final HypothesisStage hypothesise;
  private final VerifyStage verify;
  private final ConcludeStage conclude;
  private final ProposeStage propose;
  private final Catalogue catalogue;
  private final Clock clock;
  private final LastTold told = new LastTold();

  /** Without memory of past incidents. */
  public StatisticalEngine(Catalogue catalogue, EngineLimits limits, Clock clock) {
    this(catalogue, limits, clock, PastIncidents.NONE);
  }

  public StatisticalEngine(
      Catalogue catalogue, EngineLimits limits, Clock clock, PastIncidents past) {
    this.scope = new ScopeStage(limits.lookBack());
    this.gather = new GatherStage(limits, clock);
    this.detect = new DetectStage(catalogue, past);
    this.hypothesise = new HypothesisStage(catalogue, limits.maxHypotheses());
    this.verify = new VerifyStage(catalogue);
    this.conclude = new ConcludeStage(catalogue);
    this.propose = new ProposeStage(catalogue);
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @Override
  public Scope scope(List<Alert> alerts, ServiceMap services, Topology known, Instant now) {
    return scope.scope(alerts, services, known, now);
  }

  @Override
  public Gathered gather(
      Scope scope,
      ServiceMap services,
      Sources sources,
      EvidenceBook book,
      Budget budget,
      Executor executor) {
    return gather.gather(scope, services, sources, book, budget, executor);
  }

  @Override
  public Detection notice(Scope scope, Gathered gathered, EvidenceBook book) {
    return detect.notice(scope, gathered, book);
  }

  @Override
  public Detection rank(
      Scope scope, Gathered gathered, Detection noticed, KeptSigns kept, EvidenceBook book) {
    return detect.rank(scope, gathered, noticed, kept, book);
  }

  @Override
  public Object notices(Scope scope) {
    return detect.readsToNotice(scope);
  }

  @Override
  public Object sees(Scope scope) {
    return detect.reads(scope);
  }

  @Override
  public Object sight() {
    return SeeingRules.of(catalogue);
  }

  @Override
  public Object asks() {
    return Asks.of(catalogue);
  }

  @Override
  public List<Hypothesis> hypothesise(
      Scope scope, Gathered gathered, Detection detection, ServiceMap services) {
    Onset onset = detection.onset();
    if (onset == null) {
      return List.of();
    }
    Told known = told.of(scope, gathered, detection, onset);
    return hypothesise.hypothesise(scope, gathered, detection, onset, known, services);
  }

  @Override
  public List<Examined> verify(
      Scope scope,
      Gathered gathered,
      Detection detection,
      List<Hypothesis> hypotheses,
      ServiceMap services,
      Sources sources,
      EvidenceBook book,
      Budget budget) {
    Onset onset = detection.onset();
    if (onset == null) {
      return List.of();
    }
    Inquiry inquiry = inquiry(scope, gathered, detection, onset, services, sources, book, budget);
    return verify.verify(inquiry, hypotheses, budget);
  }

  private Inquiry inquiry(
      Scope scope,
      Gathered gathered,
      Detection detection,
      Onset onset,
      ServiceMap services,
      Sources sources,
      EvidenceBook book,
      Budget budget) {
    Witness witness = new Witness(sources.databases(), book, budget, clock);
    Told known = told.of(scope, gathered, detection, onset);
    return new Inquiry(
        new Premises(scope, gathered, detection, onset, known, services, book, witness));
  }

  @Override
  public Hearing open(
      Scope scope,
      Gathered gathered,
      Detection detection,
      ServiceMap services,
      Sources sources,
      EvidenceBook book,
      Budget budget) {
    Onset onset = detection.onset();
    if (onset == null) {
      return Hearing.ofNothing(budget);
    }
    return new Hearing(
        inquiry(scope, gathered, detection, onset, services, sources, book, budget), budget);
  }

  @Override
  public Testimony hear(Hearing hearing) {
    Inquiry inquiry = hearing.inquiry();
    if (inquiry == null) {
      return Testimony.NONE;
    }
    List<Raised> raised = hearing.raised(hypothesise.raises(), () -> raise(inquiry));
    List<Hypothesis> suspected = raised.stream().map(Raised::hypothesis).toList();
    return new Testimony(raised, verify.find(inquiry, suspected, hearing.budget()));
  }

  private List<Raised> raise(Inquiry inquiry) {
    return hypothesise.raise(
        inquiry.scope(),
        inquiry.gathered(),
        inquiry.detection(),
        inquiry.onset(),
        inquiry.told(),
        inquiry.services());
  }

  @Override
  public List<Examined> weigh(Testimony testimony) {
    return verify.weigh(hypothesise.believe(testimony.raised()), testimony.findings());
  }

  @Override
  public Diagnosis conclude(
      Scope scope, Gathered gathered, Detection detection, List<Examined> examined) {
    return conclude.conclude(scope, gathered, detection, examined);
  }

  @Override
  public ProposeResult propose(
      String incident,
      Scope scope,
      Gathered gathered,
      Diagnosis diagnosis,
      List<Examined> examined,
      ServiceMap services,
      Sources sources,
      Budget budget) {
    Witness witness = new Witness(sources.databases(), null, budget, clock);
    return propose.propose(
        incident, scope, gathered, diagnosis, examined, services, sources, witness, budget);
  }
}
