package dev.inquest.playbooks.replay;

import dev.inquest.alert.Alert;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.investigation.Detection;
import dev.inquest.investigation.Engine;
import dev.inquest.investigation.EngineLimits;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Hearing;
import dev.inquest.investigation.Scope;
import dev.inquest.investigation.Sources;
import dev.inquest.investigation.Testimony;
import dev.inquest.limit.Budget;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.casefile.CaseInfo;
import dev.inquest.playbooks.casefile.CaseReader;
import dev.inquest.verification.Examined;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * Diagnoses frozen cases by the same engine as live incidents, at the time at which the case was
 * frozen. Reads nothing but the case's folder. Thread-safe if the engines are.
 */
public final class Replay {
  /** As long as a live investigation may take; the case's clock stands still meanwhile. */
  private static final Duration TIME_LIMIT = Duration.ofMinutes(3);

  private static final int MAX_QUERIES = 1_000;
  // A case is read from memory: no source is spared by asking for less.
  private static final int MAX_SERIES = 20_000;
  private static final int MAX_POINTS = 20_000_000;
  private static final int MAX_LOG_RECORDS = 50_000;
  private static final Duration LEAST_LOOK_BACK = Duration.ofMinutes(1);

  private final Catalogue catalogue;
  private final EngineFactory engines;
  private final LongSupplier nanoTime;

  /**
   * @param nanoTime a running clock, to measure how long each case takes
   */
  public Replay(Catalogue catalogue, EngineFactory engines, LongSupplier nanoTime) {
    this.catalogue = catalogue;
    this.engines = engines;
    this.nanoTime = nanoTime;
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
    Engine engine = engine(file);
    Observed observed = look(engine, notice(engine, collect(engine, file, sources)));
    return judge(engine, hear(engine, file, observed, sources));
  }

  /** What this catalogue's {@link #look} depends on: the same for catalogues that see alike. */
  public Object sees(CaseFile file) {
    Engine engine = engine(file);
    return engine.sees(scope(engine, file));
  }

  /** What this catalogue's {@link #notice} depends on. */
  public Object notices(CaseFile file) {
    Engine engine = engine(file);
    return engine.notices(scope(engine, file));
  }

  /** The case's evidence, for {@link #notice} by any catalogue. */
  public Collected collect(CaseFile file) {
    return collect(engine(file), file, CaseSources.of(file));
  }

  /** What changed in the case and when, for {@link #look} by any catalogue that notices alike. */
  public Noticed notice(CaseFile file, Collected collected) {
    return notice(engine(file), collected);
  }

  /** The case up to what was detected, for {@link #hear} by any catalogue that sees alike. */
  public Observed look(CaseFile file, Noticed noticed) {
    return look(engine(file), noticed);
  }

  /** What this catalogue's {@link #sees} depends on in any case. */
  public Object sight() {
    return anywhere().sight();
  }

  /** What this catalogue's {@link #hear} depends on: the same for catalogues that ask alike. */
  public Object asks() {
    return anywhere().asks();
  }

  private Engine anywhere() {
    return engines.create(catalogue, EngineLimits.DEFAULT, Clock.systemUTC());
  }

  /**
   * What is suspected and what tests find, for {@link #judge} by any catalogue that asks alike. Who
   * sees alike and was heard before leaves little to be sought.
   */
  public Heard hear(CaseFile file, Observed observed) {
    return hear(engine(file), file, observed, CaseSources.of(file));
  }

  /** Diagnoses what was heard; it may be judged again. */
  public Examination judge(CaseFile file, Heard heard) {
    return judge(engine(file), heard);
  }

  private Engine engine(CaseFile file) {
    CaseInfo info = file.info();
    if (file.alerts().isEmpty()) {
      throw new FailureException(
          Failure.permanent("case-no-alert", info.id(), "the case holds no alert to investigate"));
    }
    return engines.create(catalogue, limits(file), clock(file));
  }

  private static Clock clock(CaseFile file) {
    return Clock.fixed(file.info().to(), ZoneOffset.UTC);
  }

  private static Scope scope(Engine engine, CaseFile file) {
    return engine.scope(
        file.alerts(), CaseSources.services(file), file.topology(), file.info().to());
  }

  private static Collected collect(Engine engine, CaseFile file, Sources sources) {
    CaseBook book = new CaseBook(clock(file));
    Budget budget = budget(file, MAX_QUERIES);
    Scope scope = scope(engine, file);
    Gathered gathered =
        engine.gather(scope, CaseSources.services(file), sources, book, budget, Runnable::run);
    return new Collected(scope, gathered, book, budget.queriesLeft());
  }

  private static Noticed notice(Engine engine, Collected collected) {
    CaseBook book = collected.book().fork();
    return new Noticed(
        collected, engine.notice(collected.scope(), collected.gathered(), book), book);
  }

  private static Observed look(Engine engine, Noticed noticed) {
    Collected collected = noticed.collected();
    CaseBook book = noticed.book().fork();
    Detection detection =
        engine.rank(collected.scope(), collected.gathered(), noticed.detection(), book);
    return new Observed(noticed, detection, book);
  }

  /** Where databases can be asked, each asks on its own: answers are work, and work is counted. */
  private static Heard hear(Engine engine, CaseFile file, Observed observed, Sources sources) {
    Opened opened =
        sources.databases().isEmpty()
            ? observed.opened(() -> open(engine, file, observed, sources))
            : open(engine, file, observed, sources);
    Testimony testimony = engine.hear(opened.hearing());
    return new Heard(observed, testimony, opened.book().work());
  }

  private static Opened open(Engine engine, CaseFile file, Observed observed, Sources sources) {
    CaseBook book = observed.book().fork();
    Hearing hearing =
        engine.open(
            observed.scope(),
            observed.gathered(),
            observed.detection(),
            CaseSources.services(file),
            sources,
            book,
            budget(file, observed.queriesLeft()));
    return new Opened(hearing, book);
  }

  private static Examination judge(Engine engine, Heard heard) {
    Observed observed = heard.observed();
    List<Examined> examined = engine.weigh(heard.testimony());
    Diagnosis diagnosis =
        engine.conclude(observed.scope(), observed.gathered(), observed.detection(), examined);
    return new Examination(diagnosis, examined, heard.work());
  }

  private static Budget budget(CaseFile file, int queries) {
    return new Budget(clock(file), file.info().to().plus(TIME_LIMIT), queries);
  }

  /** Looking back as far as the case's evidence goes. */
  private static EngineLimits limits(CaseFile file) {
    EngineLimits usual = EngineLimits.DEFAULT;
    Instant alerted =
        file.alerts().stream()
            .map(Alert::startsAt)
            .min(Comparator.naturalOrder())
            .orElse(file.info().to());
    Duration back = Duration.between(file.info().from(), alerted);
    return new EngineLimits(
        back.compareTo(LEAST_LOOK_BACK) < 0 ? LEAST_LOOK_BACK : back,
        usual.step(),
        MAX_SERIES,
        MAX_POINTS,
        usual.tracesPerStratum(),
        usual.traceSlice(),
        MAX_LOG_RECORDS,
        usual.maxChanges(),
        usual.maxHypotheses(),
        usual.seed());
  }
}
