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
import dev.inquest.verification.Examined;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/** The engine of one catalogue before one case, whose clock stands still. One step a method. */
final class CaseEngine {
  /** As long as a live investigation may take. */
  private static final Duration TIME_LIMIT = Duration.ofMinutes(3);

  private static final int MAX_QUERIES = 1_000;
  // A case is read from memory: no source is spared by asking for less.
  private static final int MAX_SERIES = 20_000;
  private static final int MAX_POINTS = 20_000_000;
  private static final int MAX_LOG_RECORDS = 50_000;
  private static final Duration LEAST_LOOK_BACK = Duration.ofMinutes(1);

  private final CaseFile file;
  private final Clock clock;
  private final Engine engine;

  /**
   * @throws FailureException {@code case-no-alert}
   */
  CaseEngine(Catalogue catalogue, EngineFactory engines, CaseFile file) {
    CaseInfo info = file.info();
    if (file.alerts().isEmpty()) {
      throw new FailureException(
          Failure.permanent("case-no-alert", info.id(), "the case holds no alert to investigate"));
    }
    this.file = file;
    this.clock = Clock.fixed(info.to(), ZoneOffset.UTC);
    this.engine = engines.create(catalogue, limits(file), clock);
  }

  /** What {@link #look} depends on. */
  Object sees(Collected collected) {
    return engine.sees(collected.scope());
  }

  /** What {@link #notice} depends on. */
  Object notices(Collected collected) {
    return engine.notices(collected.scope());
  }

  Collected collect(Sources sources) {
    CaseBook book = new CaseBook(clock);
    Budget budget = budget(MAX_QUERIES);
    Scope scope = scope();
    Gathered gathered =
        engine.gather(scope, CaseSources.services(file), sources, book, budget, Runnable::run);
    return new Collected(scope, gathered, book, budget.queriesLeft());
  }

  Noticed notice(Collected collected) {
    CaseBook book = collected.book().fork();
    return new Noticed(
        collected, engine.notice(collected.scope(), collected.gathered(), book), book);
  }

  Observed look(Noticed noticed) {
    Collected collected = noticed.collected();
    CaseBook book = noticed.book().fork();
    Detection detection =
        engine.rank(
            collected.scope(), collected.gathered(), noticed.detection(), noticed.signs(), book);
    return new Observed(noticed, detection, book);
  }

  /** Where databases can be asked, each asks on its own: answers are work, and work is counted. */
  Heard hear(Observed observed, Sources sources) {
    Opened opened =
        sources.databases().isEmpty()
            ? observed.opened(() -> open(observed, sources))
            : open(observed, sources);
    Testimony testimony = engine.hear(opened.hearing());
    return new Heard(observed, testimony, opened.book().work());
  }

  Examination judge(Heard heard) {
    Observed observed = heard.observed();
    List<Examined> examined = engine.weigh(heard.testimony());
    Diagnosis diagnosis =
        engine.conclude(observed.scope(), observed.gathered(), observed.detection(), examined);
    return new Examination(diagnosis, examined, heard.work());
  }

  private Opened open(Observed observed, Sources sources) {
    CaseBook book = observed.book().fork();
    Hearing hearing =
        engine.open(
            observed.scope(),
            observed.gathered(),
            observed.detection(),
            CaseSources.services(file),
            sources,
            book,
            budget(observed.queriesLeft()));
    return new Opened(hearing, book);
  }

  private Scope scope() {
    return engine.scope(
        file.alerts(), CaseSources.services(file), file.topology(), file.info().to());
  }

  private Budget budget(int queries) {
    return new Budget(clock, file.info().to().plus(TIME_LIMIT), queries);
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
