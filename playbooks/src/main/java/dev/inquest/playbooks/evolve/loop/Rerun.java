package dev.inquest.playbooks.evolve.loop;

import static java.util.Objects.requireNonNull;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.log.Chain;
import dev.inquest.playbooks.evolve.log.Entry;
import dev.inquest.playbooks.evolve.log.RunFiles;
import dev.inquest.playbooks.evolve.play.Workers;
import dev.inquest.playbooks.evolve.record.Decision;
import dev.inquest.playbooks.evolve.record.EvolveJson;
import dev.inquest.playbooks.evolve.record.MilestoneLimits;
import dev.inquest.playbooks.evolve.record.Plan;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.record.RunFile;
import dev.inquest.playbooks.evolve.seed.RunKey;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import dev.inquest.playbooks.evolve.wealth.ConfirmationLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
  private final Subject.Files start;
  private final Chain.Read read;
  private final UnaryOperator<String> text;
  private final RunFile run;
  private final RunKey key;
  private final List<RunReader.Played> rounds;

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
    this.run = EvolveJson.read(text.apply(RunFiles.RUN), RunFile.class, RunFiles.RUN);
    Entry end = read.entries().getLast();
    String hex = end.runKey();
    if (hex == null) {
      throw failed("the run has not ended, so its key is not known yet");
    }
    this.key = RunKey.ofHex(hex);
    this.evaluator = new Evaluator(arena, workers, run.settings());
    this.start = RunReader.playbooks(read.entries().getFirst(), text, RunFiles.START);
    this.rounds = RunReader.rounds(read.entries(), text, start);
    if (!start.digest().equals(run.startSha256())) {
      throw failed("the run began with other playbooks than it says");
    }
    if (!arena.name().equals(run.arena()) || !arena.version().equals(run.arenaVersion())) {
      throw failed(
          "the run was judged by another arena or version of it, so its rounds cannot be re-run");
    }
  }

  /** What every line must say whatever was found: seconds. */
  public void rules() {
    if (!key.commitment().equals(run.keySha256())) {
      throw failed("the run key is not the one that was committed to");
    }
    int finalists = 0;
    for (RunReader.Played played : rounds) {
      RoundRecord round = played.round();
      finalists += round.confirmation() ? 1 : 0;
      Decision decision = round.decision();
      if (decision.alphaSpent() != finalists * run.settings().confirmation().alpha()) {
        throw failed(round.round(), "spent another error than it says");
      }
      if (round.confirmation()) {
        committed(played);
      } else if (round.kept()) {
        throw failed(round.round(), "kept what was not confirmed");
      }
    }
    if (finalists > ConfirmationLimits.MOST_FINALISTS) {
      throw failed("more than " + ConfirmationLimits.MOST_FINALISTS + " were confirmed");
    }
    milestonesAreThere();
    Subject.Files last = RunReader.playbooks(read.entries().getLast(), text, RunFiles.PLAYBOOKS);
    if (!last.equals(after(rounds.size()))) {
      throw failed("the playbooks at the end are not those that were kept");
    }
  }

  private void committed(RunReader.Played played) {
    int round = played.round().round();
    Decision decision = played.round().decision();
    boolean before =
        read.entries().subList(0, played.at()).stream()
            .anyMatch(e ->
                e.kind() == Entry.Kind.COMMIT
                    && e.round() == round
                    && decision.candidateSha256().equals(e.candidateSha256())
                    && e.at().equals(decision.committedAt()));
    if (!before) {
      throw failed(round, "drew pairs for a candidate that it had not committed to");
    }
    String seed = key.confirmation(round, decision.candidateSha256()).hex();
    if (!seed.equals(decision.seed())) {
      throw failed(round, "has another seed than follows from key and candidate");
    }
  }

  /** One at the start, each so many rounds and at the end, each when it says it was. */
  private void milestonesAreThere() {
    MilestoneLimits limits = run.settings().milestones();
    if (limits != null) {
      SortedSet<Integer> reached = milestones();
      for (int round = 0; round <= rounds.size(); round++) {
        if ((limits.due(round) || round == rounds.size()) && !reached.contains(round)) {
          throw failed("there is no milestone after round " + round);
        }
      }
    }
    int played = 0;
    for (Entry entry : read.entries()) {
      played += entry.kind() == Entry.Kind.ROUND ? 1 : 0;
      if (entry.kind() == Entry.Kind.MILESTONE && entry.round() != played) {
        throw failed("a milestone was reached at another time than it says");
      }
    }
  }

  /** The playbooks after so many rounds. */
  private Subject.Files after(int number) {
    if (number == 0) {
      return start;
    }
    RunReader.Played last = rounds.get(number - 1);
    return last.round().kept() ? last.candidate() : last.incumbent();
  }

  /** After which rounds there are any. */
  public SortedSet<Integer> milestones() {
    return read.entries().stream()
        .filter(e -> e.kind() == Entry.Kind.MILESTONE)
        .map(Entry::round)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Plays a milestone again and compares every byte. */
  public void milestone(int round) {
    MilestoneLimits limits =
        requireNonNull(run.settings().milestones(), "a run with milestones says so");
    Milestones.Reached again =
        new Milestones(arena, workers, limits, start, key).reach(round, after(round));
    again
        .files()
        .forEach((file, bytes) -> {
          String was = text.apply(RunFiles.milestone(round) + file);
          if (!new String(bytes, StandardCharsets.UTF_8).equals(was)) {
            throw failed("the milestone after round " + round + " does not give the same " + file);
          }
        });
  }

  /** Rounds chosen by the log's last hash, which nobody chose. */
  public SortedSet<Integer> sample() {
    SeedStream stream =
        new SeedStream(Long.parseUnsignedLong(read.hash().substring(0, SEED_DIGITS), 16));
    SortedSet<Integer> sample = new TreeSet<>();
    for (int i = 0; sample.size() < Math.min(SAMPLE, rounds.size()); i++) {
      sample.add(1 + stream.below(i, rounds.size()));
    }
    return sample;
  }

  public int rounds() {
    return rounds.size();
  }

  /** Plays a round again and compares every byte of what was found and decided. */
  public void round(int number) {
    RunReader.Played played = rounds.get(number - 1);
    Decision was = played.round().decision();
    Draws draws =
        played.round().confirmation()
            ? Draws.ofRound(key, number, was.candidateSha256(), run.settings().placebo())
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
      throw failed(round, "does not give the same " + file + " again");
    }
  }

  private static FailureException failed(int round, String what) {
    return failed("round " + round + " " + what);
  }

  private static FailureException failed(String message) {
    return new FailureException(Failure.permanent("run-unproved", "run", message));
  }
}
