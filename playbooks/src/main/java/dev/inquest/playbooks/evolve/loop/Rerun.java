package dev.inquest.playbooks.evolve.loop;

import static java.util.Objects.requireNonNull;

import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.edit.Edits;
import dev.inquest.playbooks.evolve.log.Chain;
import dev.inquest.playbooks.evolve.log.RunFiles;
import dev.inquest.playbooks.evolve.play.Workers;
import dev.inquest.playbooks.evolve.record.Decision;
import dev.inquest.playbooks.evolve.record.EvolveJson;
import dev.inquest.playbooks.evolve.record.Look;
import dev.inquest.playbooks.evolve.record.MilestoneLimits;
import dev.inquest.playbooks.evolve.record.Plan;
import dev.inquest.playbooks.evolve.record.RunFile;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whether a finished run's rounds were played by the rules, and give the same again. The chain is
 * checked before; this holds what it says against what it must be.
 */
public final class Rerun {
  private static final int SAMPLE = 3;
  private static final int SEED_DIGITS = 16;

  private final Arena arena;
  private final Workers workers;
  private final Evaluator evaluator;
  private final Chain.Read read;
  private final UnaryOperator<String> text;
  private final RunRules rules;

  /**
   * @param read the checked log of a run that has ended
   * @param text a file's of the run
   * @throws FailureException where the record is not of its form or does not fit the arena
   */
  public Rerun(Arena arena, Workers workers, Chain.Read read, UnaryOperator<String> text) {
    this.arena = arena;
    this.workers = workers;
    this.read = read;
    this.text = text;
    this.rules = new RunRules(read, text);
    RunFile run = rules.run();
    this.evaluator = new Evaluator(arena, workers, run.settings());
    if (!arena.name().equals(run.arena()) || !arena.version().equals(run.arenaVersion())) {
      throw RunRules.failed(
          "the run was judged by another arena or version of it, so its rounds cannot be re-run");
    }
  }

  /** What every line must say whatever was found: seconds. */
  public void rules() {
    rules.check();
  }

  /** After which rounds there are milestones. */
  public SortedSet<Integer> milestones() {
    return rules.milestones();
  }

  /** Plays a milestone again and compares every byte. */
  public void milestone(int round) {
    MilestoneLimits limits =
        requireNonNull(rules.run().settings().milestones(), "a run with milestones says so");
    Milestones.Reached again =
        new Milestones(arena, workers, limits, rules.start(), rules.key())
            .reach(round, rules.after(round));
    again
        .files()
        .forEach((file, bytes) -> {
          String was = text.apply(RunFiles.milestone(round) + file);
          if (!new String(bytes, StandardCharsets.UTF_8).equals(was)) {
            throw RunRules.failed(
                "the milestone after round " + round + " does not give the same " + file);
          }
        });
  }

  /** Rounds chosen by the log's last hash, which nobody chose. */
  public SortedSet<Integer> sample() {
    SeedStream stream =
        new SeedStream(Long.parseUnsignedLong(read.hash().substring(0, SEED_DIGITS), 16));
    SortedSet<Integer> sample = new TreeSet<>();
    for (int i = 0; sample.size() < Math.min(SAMPLE, rounds()); i++) {
      sample.add(1 + stream.below(i, rounds()));
    }
    return sample;
  }

  public int rounds() {
    return rules.rounds().size();
  }

  /** Plays a round again and compares every byte of what was found and decided. */
  public void round(int number) {
    RunReader.Played played = rules.rounds().get(number - 1);
    evaluator.begin(rules.season(number - 1));
    Decision was = played.round().decision();
    Draws draws =
        played.round().confirmation()
            ? Draws.ofRound(
                rules.key(), number, was.candidateSha256(), rules.run().settings().placebo())
            : null;
    Evaluation found =
        evaluation(evaluator, played.round().plan(), played.incumbent(), played.candidate(), draws);
    Decisions.Before before =
        new Decisions.Before(
            number,
            played.incumbent(),
            played.candidate(),
            was.seed(),
            was.committedAt(),
            was.alphaSpent());
    Decision is = Decisions.of(before, found, arena, evaluator.pool());
    same(number, RunFiles.OUTCOMES, found.outcomes());
    same(number, RunFiles.DECISION, EvolveJson.file(is));
    looks(number, played);
  }

  /** That what steered the search was seen on the pool, and not made up. */
  private void looks(int number, RunReader.Played played) {
    for (Look was : played.round().plan().looks()) {
      Look is =
          Edits.apply(played.incumbent(), was.edits())
              .map(candidate ->
                  evaluator
                      .scout()
                      .look(played.incumbent(), candidate, was.edits(), was.kind(), was.aim()))
              .orElse(null);
      if (!was.equals(is)) {
        throw RunRules.failed(number, "does not see the same on the pool again");
      }
    }
  }

  static Evaluation evaluation(
      Evaluator evaluator, Plan plan, Subject incumbent, Subject candidate, @Nullable Draws draws) {
    return switch (plan.step()) {
      case SCREEN -> evaluator.screen(incumbent, candidate, plan.aim());
      case CONFIRM ->
          evaluator.confirm(incumbent, candidate, plan.aim(), requireNonNull(draws, "draws"));
      case NOTHING -> Evaluation.nothing(plan.why());
    };
  }

  private void same(int round, String file, byte[] again) {
    if (!new String(again, StandardCharsets.UTF_8)
        .equals(text.apply(RunFiles.round(round) + file))) {
      throw RunRules.failed(round, "does not give the same " + file + " again");
    }
  }
}
