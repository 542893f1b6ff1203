package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.log.Entry;
import dev.inquest.playbooks.evolve.log.RunFiles;
import dev.inquest.playbooks.evolve.log.RunLog;
import dev.inquest.playbooks.evolve.record.Decision;
import dev.inquest.playbooks.evolve.record.EvolveJson;
import dev.inquest.playbooks.evolve.seed.RunKey;
import java.time.Instant;
import java.util.Map;

/** Tries the canaries of a run, or reads what became of those that were tried. */
final class Canaries {
  /** Of the error that a run may make: canaries are never kept. */
  private static final double SPENT = 0;

  private final Wiring wiring;
  private final RunLog log;
  private final RunKey key;
  private final Evaluator evaluator;

  Canaries(Wiring wiring, RunLog log, RunKey key, Evaluator evaluator) {
    this.wiring = wiring;
    this.log = log;
    this.key = key;
    this.evaluator = evaluator;
  }

  /** How many were judged wrongly. */
  int misjudged(Subject.Files start) {
    int misjudged = 0;
    for (Canary canary : Canary.of(wiring.arena(), start)) {
      boolean kept = decision(canary).decision() == Decision.Choice.KEEP;
      boolean rightly = canary.better() == kept;
      misjudged += rightly ? 0 : 1;
      wiring.progress().canary(canary.name(), rightly);
    }
    return misjudged;
  }

  private Decision decision(Canary canary) {
    boolean known =
        log.find(e -> e.kind() == Entry.Kind.CANARY && canary.name().equals(e.canary()))
            .isPresent();
    if (!known) {
      return judged(canary);
    }
    String file = RunFiles.canary(canary.name()) + RunFiles.DECISION;
    return EvolveJson.read(log.read(file), Decision.class, file);
  }

  private Decision judged(Canary canary) {
    String digest = canary.candidate().digest();
    Instant at = log.commit(0, canary.name(), digest);
    Draws draws = Draws.ofCanary(key, canary.name(), digest);
    Evaluation found = evaluator.confirm(canary.incumbent(), canary.candidate(), null, draws);
    Decisions.Before before =
        new Decisions.Before(
            0, canary.incumbent(), canary.candidate(), draws.pairs().hex(), at, SPENT);
    Decision decision = Decisions.of(before, found, wiring.arena(), evaluator.pool());
    log.folder(
        Entry.Kind.CANARY,
        0,
        canary.name(),
        RunFiles.canary(canary.name()),
        Map.of(RunFiles.OUTCOMES, found.outcomes(), RunFiles.DECISION, EvolveJson.file(decision)));
    return decision;
  }
}
