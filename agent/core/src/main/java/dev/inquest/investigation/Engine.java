package dev.inquest.investigation;

import dev.inquest.alert.Alert;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.evidence.EvidenceBook;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.limit.Budget;
import dev.inquest.ranking.KeptSigns;
import dev.inquest.topology.ServiceMap;
import dev.inquest.topology.Topology;
import dev.inquest.verification.Examined;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The stages, each a function of the results before it, so that a run can stop after any of them
 * and go on in another process. Stateless and thread-safe; all I/O goes through {@link Sources} and
 * {@link EvidenceBook}.
 */
public interface Engine {
  /**
   * @param now the investigation's clock
   * @param known topology as far as it is known before anything was read
   */
  Scope scope(List<Alert> alerts, ServiceMap services, Topology known, Instant now);

  /**
   * Reads every source, in parallel on the executor; a source that fails is named in {@link
   * Gathered#missing()} and never fails the stage.
   */
  Gathered gather(
      Scope scope,
      ServiceMap services,
      Sources sources,
      EvidenceBook book,
      Budget budget,
      Executor executor);

  /** What changed and when it began, and then where it may have come from. */
  default Detection detect(Scope scope, Gathered gathered, EvidenceBook book) {
    return rank(scope, gathered, notice(scope, gathered, book), new KeptSigns(), book);
  }

  /** What changed and when, before any node is ranked. */
  Detection notice(Scope scope, Gathered gathered, EvidenceBook book);

  /**
   * The same, and where it may have come from.
   *
   * @param kept signs that were sought before in the same evidence
   */
  Detection rank(
      Scope scope, Gathered gathered, Detection noticed, KeptSigns kept, EvidenceBook book);

  /**
   * All of the playbooks that {@link #notice} depends on: engines of the same limits whose answers
   * are equal notice the same in the same evidence.
   */
  default Object notices(Scope scope) {
    return this;
  }

  /**
   * All of the playbooks that {@link #detect} depends on: engines of the same limits whose answers
   * are equal see the same in the same evidence. On {@link #scope} and {@link #gather} no playbook
   * bears.
   */
  default Object sees(Scope scope) {
    return this;
  }

  /**
   * All of the playbooks that {@link #sees} depends on in any incident: engines of the same limits
   * whose answers are equal see the same in all evidence.
   */
  default Object sight() {
    return this;
  }

  /**
   * All of the playbooks that {@link #hear} depends on, and with it all that is seen: engines of
   * the same limits whose answers are equal hear the same.
   */
  default Object asks() {
    return this;
  }

  List<Hypothesis> hypothesise(
      Scope scope, Gathered gathered, Detection detection, ServiceMap services);

  List<Examined> verify(
      Scope scope,
      Gathered gathered,
      Detection detection,
      List<Hypothesis> hypotheses,
      ServiceMap services,
      Sources sources,
      EvidenceBook book,
      Budget budget);

  /**
   * What any engine may {@link #hear} that notices the same and lets it begin at the same time;
   * where nodes rank matters to {@link #conclude} alone.
   */
  Hearing open(
      Scope scope,
      Gathered gathered,
      Detection detection,
      ServiceMap services,
      Sources sources,
      EvidenceBook book,
      Budget budget);

  /** Hypotheses and what their tests find, for {@link #weigh} by any engine that asks alike. */
  Testimony hear(Hearing hearing);

  /** The same as {@link #hypothesise} and {@link #verify} by this engine. */
  List<Examined> weigh(Testimony testimony);

  Diagnosis conclude(Scope scope, Gathered gathered, Detection detection, List<Examined> examined);

  ProposeResult propose(
      String incident,
      Scope scope,
      Gathered gathered,
      Diagnosis diagnosis,
      List<Examined> examined,
      ServiceMap services,
      Sources sources,
      Budget budget);
}
