package dev.inquest.playbooks.replay;

import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.failure.FailureException;
import dev.inquest.investigation.Engine;
import dev.inquest.investigation.EngineLimits;
import dev.inquest.investigation.Sources;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.casefile.CaseReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * Diagnoses frozen cases by the same engine as live incidents, at the time at which the case was
 * frozen. Reads nothing but the case's folder. Thread-safe if the engines are.
 */
public final class Replay {
  private final Catalogue catalogue;
  private final EngineFactory engines;
  private final LongSupplier nanoTime;
  private final Object sight;
  private final Object asks;

  /**
   * @param nanoTime a running clock, to measure how long each case takes
   */
  public Replay(Catalogue catalogue, EngineFactory engines, LongSupplier nanoTime) {
    this.catalogue = catalogue;
    this.engines = engines;
    this.nanoTime = nanoTime;
    Engine anywhere = engines.create(catalogue, EngineLimits.DEFAULT, Clock.systemUTC());
    this.sight = anywhere.sight();
    this.asks = anywhere.asks();
  }

  /** Never throws for a case that is broken: the outcome says so. */
  public ReplayOutcome run(Path folder) {
    Path full = folder.toAbsolutePath().normalize();
    String id = String.valueOf(full.getFileName());
    String dataset = full.getParent() == null ? "" : String.valueOf(full.getParent().getFileName());
    long start = nanoTime.getAsLong();
    try {
      CaseFile file = CaseReader.read(folder);
      Diagnosis diagnosis = diagnose(file);
      Duration took = Duration.ofNanos(nanoTime.getAsLong() - start);
      return new ReplayOutcome.Diagnosed(file.info().id(), file.info().dataset(), diagnosis, took);
    } catch (FailureException e) {
      return new ReplayOutcome.Failed(id, dataset, e.failure().message());
    } catch (RuntimeException e) {
      // One case that trips the engine must not end the run over hundreds of others.
      return new ReplayOutcome.Failed(id, dataset, "the engine failed: " + e);
    }
  }

  public Diagnosis diagnose(CaseFile file) {
    return diagnose(file, own -> own);
  }

  /** Diagnoses, and says what it looked at on the way. */
  public Examination examine(CaseFile file) {
    return examine(file, CaseSources.of(file));
  }

  /**
   * Diagnoses as if some of the evidence were read elsewhere.
   *
   * @param sources gives, for the case's own sources, those to read
   */
  public Diagnosis diagnose(CaseFile file, UnaryOperator<Sources> sources) {
    return examine(file, sources.apply(CaseSources.of(file))).diagnosis();
  }

  private Examination examine(CaseFile file, Sources sources) {
    CaseEngine engine = engine(file);
    Observed observed = engine.look(engine.notice(engine.collect(sources)));
    return engine.judge(engine.hear(observed, sources));
  }

  /** What this catalogue's {@link #look} depends on: the same for catalogues that see alike. */
  public Object sees(CaseFile file, Collected collected) {
    return engine(file).sees(collected);
  }

  /** What this catalogue's {@link #notice} depends on. */
  public Object notices(CaseFile file, Collected collected) {
    return engine(file).notices(collected);
  }

  /** The case's evidence, for {@link #notice} by any catalogue. */
  public Collected collect(CaseFile file) {
    return engine(file).collect(CaseSources.of(file));
  }

  /** What changed in the case and when, for {@link #look} by any catalogue that notices alike. */
  public Noticed notice(CaseFile file, Collected collected) {
    return engine(file).notice(collected);
  }

  /** The case up to what was detected, for {@link #hear} by any catalogue that sees alike. */
  public Observed look(CaseFile file, Noticed noticed) {
    return engine(file).look(noticed);
  }

  /** What this catalogue's {@link #sees} depends on in any case. */
  public Object sight() {
    return sight;
  }

  /** What this catalogue's {@link #hear} depends on: the same for catalogues that ask alike. */
  public Object asks() {
    return asks;
  }

  /**
   * What is suspected and what tests find, for {@link #judge} by any catalogue that asks alike. Who
   * sees alike and was heard before leaves little to be sought.
   */
  public Heard hear(CaseFile file, Observed observed) {
    return engine(file).hear(observed, CaseSources.of(file));
  }

  /** Diagnoses what was heard; it may be judged again. */
  public Examination judge(CaseFile file, Heard heard) {
    return engine(file).judge(heard);
  }

  private CaseEngine engine(CaseFile file) {
    return new CaseEngine(catalogue, engines, file);
  }
}
