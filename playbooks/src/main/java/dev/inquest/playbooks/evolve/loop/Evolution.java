package dev.inquest.playbooks.evolve.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.log.Entry;
import dev.inquest.playbooks.evolve.log.KeyFile;
import dev.inquest.playbooks.evolve.log.RunFiles;
import dev.inquest.playbooks.evolve.log.RunLog;
import dev.inquest.playbooks.evolve.memory.Patterns;
import dev.inquest.playbooks.evolve.record.Decision;
import dev.inquest.playbooks.evolve.record.EvolveJson;
import dev.inquest.playbooks.evolve.record.MilestoneLimits;
import dev.inquest.playbooks.evolve.record.Plan;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.record.RunFile;
import dev.inquest.playbooks.evolve.record.Settings;
import dev.inquest.playbooks.evolve.record.Step;
import dev.inquest.playbooks.evolve.seed.RunKey;
import dev.inquest.playbooks.evolve.wealth.ConfirmationLimits;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run from its start, or from where it was cut off, to its end. What it does next follows from
 * the settings, the run key and the finished rounds alone.
 */
public final class Evolution {
  private final Wiring wiring;
  private final Settings settings;
  private final Subject.Files start;
  private final RunLog log;
  private final RunKey key;
  private final Evaluator evaluator;
  private final History history;
  private final Planner planner;
  private final Canaries canaries;
  private final Pace pace;
  private int misjudged;

  private Evolution(Wiring wiring, Settings settings, Subject.Files start, RunLog log, RunKey key) {
    this.wiring = wiring;
    this.settings = settings;
    this.start = start;
    this.log = log;
    this.key = key;
    this.evaluator = new Evaluator(wiring.arena(), wiring.workers(), settings);
    this.history = new History(start);
    this.planner =
        new Planner(
            settings,
            history,
            Planner.proposer(settings.arm()),
            evaluator.scout(),
            evaluator.mending());
    this.canaries = new Canaries(wiring, log, key, evaluator);
    this.pace = new Pace(wiring.clock(), settings.maxTime());
  }

  /**
   * How a run ended.
   *
   * @param misjudged canaries
   * @param score of the last incumbent on the pool
   */
  public record Result(int rounds, int kept, int misjudged, double score, String reason) {}

  /**
   * @throws FailureException {@code run-tampered} where the folder's record was changed, {@code
   *     run-other} where it holds another run
   */
  public static Result run(Wiring wiring, Settings settings, Subject.Files start) {
    RunLog log = RunLog.open(wiring.folder(), wiring.disk(), wiring.clock());
    Optional<Entry> end = log.find(e -> e.kind() == Entry.Kind.END);
    RunKey key =
        end.map(Entry::runKey)
            .map(RunKey::ofHex)
            .orElseGet(() -> KeyFile.in(wiring.folder(), wiring.disk(), wiring.keys()));
    Evolution evolution = new Evolution(wiring, settings, start, log, key);
    return end.isPresent() ? evolution.ended(end.get()) : evolution.run();
  }

  private Result run() {
    begin();
    misjudged = canaries.misjudged(start);
    recall();
    pace.roundsBegin();
    String reason = stop();
    while (reason == null) {
      milestone(false);
      round(history.rounds().size() + 1);
      reason = stop();
    }
    milestone(true);
    Map<String, byte[]> files = texts(RunFiles.PLAYBOOKS, history.incumbent());
    log.files(Entry.Kind.END, files, key.hex(), reason);
    return ended(log.find(e -> e.kind() == Entry.Kind.END).orElseThrow());
  }

  private Result ended(Entry end) {
    if (history.rounds().isEmpty()) {
      begin();
      misjudged = canaries.misjudged(start);
      recall();
    }
    wiring.disk().delete(wiring.folder().resolve(RunFiles.KEY));
    evaluator.begin(season());
    return new Result(
        history.rounds().size(),
        history.kept(),
        misjudged,
        evaluator.pool().score(history.incumbent()),
        String.valueOf(end.reason()));
  }

  private void begin() {
    Arena arena = wiring.arena();
    RunFile run =
        new RunFile(
            RunFile.FORMAT,
            settings,
            arena.name(),
            arena.version(),
            start.digest(),
            key.commitment());
    if (log.started()) {
      if (!EvolveJson.read(log.read(RunFiles.RUN), RunFile.class, RunFiles.RUN).equals(run)) {
        throw new FailureException(
            Failure.permanent(
                "run-other",
                "run",
                "the folder holds a run with other settings, playbooks, arena or key"));
      }
    } else {
      Map<String, byte[]> files = texts(RunFiles.START, start);
      files.put(RunFiles.RUN, EvolveJson.file(run));
      log.files(Entry.Kind.START, files, null, null);
    }
  }

  private Season season() {
    return history.season(settings.newPoolAfter());
  }

  /** The finished rounds from their files. */
  private void recall() {
    RunReader.rounds(log.entries(), log::read, start)
        .forEach(r -> history.add(r.round(), r.candidate()));
  }

  private void round(int round) {
    evaluator.begin(season());
    Subject.Files incumbent = history.incumbent();
    Patterns criticism = Patterns.of(evaluator.pool().of(incumbent));
    Planned planned = planner.plan(round, criticism);
    Plan plan = planned.plan();
    Subject.Files candidate = planned.candidate();
    boolean confirms = plan.step() == Step.CONFIRM;
    String digest = candidate.digest();
    Instant at = confirms ? log.commit(round, null, digest) : null;
    Draws draws = confirms ? Draws.ofRound(key, round, digest, settings.placebo()) : null;
    Evaluation found = Rerun.evaluation(evaluator, plan, incumbent, candidate, draws);
    Decision decision = decision(round, incumbent, candidate, draws, at, found);
    RoundRecord record = new RoundRecord(plan, decision);
    log.folder(
        Entry.Kind.ROUND,
        round,
        null,
        RunFiles.round(round),
        RoundWriter.files(
            record,
            history.rounds(),
            incumbent,
            candidate,
            criticism,
            found.outcomes(),
            settings.memoryBytes()));
    history.add(record, candidate);
    pace.roundDone();
    tell(record);
  }

  /** Time for it is no time of the search's, so that the rounds are those without it. */
  private void milestone(boolean last) {
    MilestoneLimits limits = settings.milestones();
    int round = history.rounds().size();
    if (limits == null
        || !(last || limits.due(round))
        || log.find(e -> e.kind() == Entry.Kind.MILESTONE && e.round() == round).isPresent()) {
      return;
    }
    pace.aside(() -> reach(round, limits));
  }

  private void reach(int round, MilestoneLimits limits) {
    Milestones.Reached reached =
        new Milestones(wiring.arena(), wiring.workers(), limits, start, key)
            .reach(round, history.incumbent());
    log.folder(Entry.Kind.MILESTONE, round, null, RunFiles.milestone(round), reached.files());
    wiring.progress().milestone(reached.result());
  }

  private Decision decision(
      int round,
      Subject incumbent,
      Subject candidate,
      @Nullable Draws draws,
      @Nullable Instant at,
      Evaluation found) {
    int confirmations = history.finalists() + (draws == null ? 0 : 1);
    String seed = draws == null ? null : draws.pairs().hex();
    double spent = confirmations * settings.confirmation().alpha();
    Decisions.Before before = new Decisions.Before(round, incumbent, candidate, seed, at, spent);
    return Decisions.of(before, found, wiring.arena(), evaluator.pool());
  }

  /** Why no further round begins; null where one does. */
  private @Nullable String stop() {
    if (history.rounds().size() >= settings.rounds()) {
      return "all " + settings.rounds() + " rounds";
    }
    if (history.idle() >= settings.stopAfter()) {
      return settings.stopAfter() + " rounds without a keep";
    }
    if (history.trials() >= settings.maxTrials()) {
      return "all " + settings.maxTrials() + " trials";
    }
    return pace.late() ? "the time was up" : null;
  }

  private void tell(RoundRecord record) {
    int left = settings.rounds() - record.round();
    double alpha = settings.confirmation().alpha();
    wiring
        .progress()
        .round(
            record.round(),
            settings.rounds(),
            record.decision().score(),
            history.kept(),
            (ConfirmationLimits.MOST_FINALISTS - history.finalists()) * alpha,
            pace.left(left),
            record.decision().reason());
  }

  private static Map<String, byte[]> texts(String folder, Subject.Files files) {
    Map<String, byte[]> texts = new HashMap<>();
    files.files().forEach((name, text) -> texts.put(folder + name, text.getBytes(UTF_8)));
    return texts;
  }
}
