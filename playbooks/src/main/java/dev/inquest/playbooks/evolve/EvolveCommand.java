package dev.inquest.playbooks.evolve;

import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.log.FileDisk;
import dev.inquest.playbooks.evolve.loop.Evolution;
import dev.inquest.playbooks.evolve.loop.Wiring;
import dev.inquest.playbooks.evolve.play.Workers;
import dev.inquest.playbooks.evolve.record.Arm;
import dev.inquest.playbooks.evolve.record.MilestoneLimits;
import dev.inquest.playbooks.evolve.record.Settings;
import dev.inquest.playbooks.evolve.seed.RunKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code inquest evolve}: the loop that improves playbooks, and the proof that it did. */
@Command(
    name = "evolve",
    mixinStandardHelpOptions = true,
    description = "Improves playbooks round by round; keeps only what is shown to be better.",
    subcommands = {
      EvolveReportCommand.class,
      EvolveCompareCommand.class,
      EvolvePlaceboCommand.class
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the run ended, or its record was proved",
      "1:the run could not go on, or its record is not what was written",
      "2:the command line is wrong",
      "3:the run ended, and a canary was judged wrongly: believe none of it"
    })
public final class EvolveCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int MISJUDGED = 3;
  private static final int KEY_BYTES = 32;

  private final Arenas arenas;
  private final Clock clock;
  private final Supplier<RunKey> keys;

  @Spec private CommandSpec spec;

  @Mixin private ArenaOptions arena = new ArenaOptions();

  @Option(names = "--rounds", paramLabel = "N", description = "At most so many rounds.")
  private @Nullable Integer rounds;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of the search; evaluations draw theirs from a key that is told at the end.")
  private long seed = 1;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run's record. A run that was cut off there is taken up again.")
  private @Nullable Path out;

  @Option(
      names = "--playbooks",
      paramLabel = "DIR",
      description = "Playbooks to begin with instead of the built-in ones.")
  private @Nullable Path playbooks;

  @Option(
      names = "--placebo",
      description = "Swap the labels of each pair by a coin and confirm every candidate.")
  private boolean placebo;

  @Option(
      names = "--arm",
      paramLabel = "ARM",
      description = "full (default), no-memory, no-criticism or random-proposer.",
      converter = ArmConverter.class)
  private Arm arm = Arm.FULL;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Trials at once; all cores by default. The result is the same for any number.")
  private int workers = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--max-minutes",
      paramLabel = "N",
      description = "No round begins after so long (default ${DEFAULT-VALUE}).")
  private long maxMinutes = Settings.MOST_TIME.toMinutes();

  @Option(
      names = "--max-trials",
      paramLabel = "N",
      description = "No round begins after so many trials (default ${DEFAULT-VALUE}).")
  private long maxTrials = Settings.MOST_TRIALS;

  @Option(
      names = "--milestone-pairs",
      paramLabel = "N",
      description =
          "Fresh tasks at the start, each 50 rounds and at the end, beside the sealed ones "
              + "(default ${DEFAULT-VALUE}). They never steer.")
  private int milestonePairs = MilestoneLimits.DEFAULT.freshPairs();

  @Option(
      names = "--verify",
      paramLabel = "DIR",
      description = "Check a run's record, then re-run three of its rounds.")
  private @Nullable Path verify;

  @Option(names = "--all", description = "With --verify: re-run every round.")
  private boolean all;

  /**
   * @param clock for when candidates were committed to, and for how long it takes
   */
  public EvolveCommand(Arenas arenas, Clock clock) {
    this(arenas, clock, EvolveCommand::fresh);
  }

  /**
   * @param keys of runs; whoever can foresee them can steer what a run keeps
   */
  EvolveCommand(Arenas arenas, Clock clock, Supplier<RunKey> keys) {
    this.arenas = arenas;
    this.clock = clock;
    this.keys = keys;
  }

  Arenas arenas() {
    return arenas;
  }

  @Override
  public Integer call() {
    refuseWhatCannotBe();
    try (Workers threads = threads()) {
      return verify == null ? evolve(threads) : verify(threads, verify);
    } catch (FailureException e) {
      spec.commandLine().getErr().println("evolve: " + e.failure().message());
      return FAILED;
    }
  }

  private int evolve(Workers threads) {
    if (rounds == null || out == null) {
      throw wrong("Say --rounds N and --out DIR, or --verify DIR.");
    }
    Arena opened = arenas.open(arena.request());
    Subject.Files start = playbooks == null ? opened.beginning() : Subject.Files.from(playbooks);
    ProgressLines progress = new ProgressLines(spec.commandLine().getErr());
    Wiring wiring = new Wiring(opened, threads, out, new FileDisk(), clock, keys, progress);
    Evolution.Result result = Evolution.run(wiring, settings(rounds), start);
    progress.ended(result);
    return result.misjudged() > 0 ? MISJUDGED : DONE;
  }

  private int verify(Workers threads, Path folder) {
    new Proof(arenas, arena.request(), threads, spec.commandLine().getErr()).of(folder, all);
    return DONE;
  }

  private Settings settings(int number) {
    try {
      return Settings.of(number, seed, arm, placebo)
          .measured(new MilestoneLimits(MilestoneLimits.DEFAULT.every(), milestonePairs))
          .within(maxTrials, Duration.ofMinutes(maxMinutes));
    } catch (IllegalArgumentException e) {
      throw wrong("Such a run cannot be: " + e.getMessage() + ".");
    }
  }

  private Workers threads() {
    try {
      return new Workers(workers);
    } catch (IllegalArgumentException e) {
      throw wrong("--workers: " + e.getMessage());
    }
  }

  private void refuseWhatCannotBe() {
    arena.refuseHalf(spec);
    if (all && verify == null) {
      throw wrong("--all goes with --verify.");
    }
    if (verify != null && (rounds != null || out != null)) {
      throw wrong("--verify checks a run and starts none.");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static RunKey fresh() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return new RunKey(key);
  }
}
