package dev.inquest.playbooks.evolve;

import static java.util.Objects.requireNonNull;

import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.arena.Trial;
import dev.inquest.playbooks.evolve.log.RunFiles;
import dev.inquest.playbooks.evolve.milestone.Comparison;
import dev.inquest.playbooks.evolve.milestone.OpenedPair;
import dev.inquest.playbooks.evolve.play.Duel;
import dev.inquest.playbooks.evolve.play.Workers;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code inquest evolve compare}: what several runs came to, on the same fresh tasks. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description =
        "Plays what several runs ended with on the same fresh tasks, against the playbooks they "
            + "began with and against the first of them.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all of them were played",
      "1:a folder holds no valid playbooks",
      "2:the command line is wrong"
    })
final class EvolveCompareCommand implements Callable<Integer> {
  private static final int MOST_PAIRS = 100_000;

  @Spec private CommandSpec spec;

  @ParentCommand private @Nullable EvolveCommand evolve;

  @Mixin private ArenaOptions arena = new ArenaOptions();

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "Folders of runs that have ended, or of playbooks.")
  private List<Path> folders = List.of();

  @Option(
      names = "--playbooks",
      paramLabel = "DIR",
      description = "What they began with, where that is not built in.")
  private @Nullable Path playbooks;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      description = "So many tasks (default ${DEFAULT-VALUE}).")
  private int pairs = 2_000;

  @Option(names = "--seed", paramLabel = "S", description = "Of the tasks.")
  private long seed = 1;

  @Override
  public Integer call() {
    arena.refuseHalf(spec);
    if (pairs < 1 || pairs > MOST_PAIRS) {
      throw new ParameterException(spec.commandLine(), "--pairs: from 1 to " + MOST_PAIRS + ".");
    }
    try (Workers threads = new Workers(Runtime.getRuntime().availableProcessors())) {
      Arena opened = requireNonNull(evolve).arenas().open(arena.request());
      compare(opened, threads);
      return 0;
    } catch (FailureException e) {
      spec.commandLine().getErr().println("evolve compare: " + e.failure().message());
      return 1;
    }
  }

  private void compare(Arena opened, Workers threads) {
    Subject.Files start = playbooks == null ? opened.beginning() : valid(playbooks);
    List<Subject.Files> ends = folders.stream().map(EvolveCompareCommand::end).toList();
    long[] seeds = new SeedStream(seed).range(0, pairs);
    List<List<Trial>> trials = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      List<Pair> played = new Duel(opened, start, ends.get(i), threads, null).fresh(seeds);
      trials.add(played.stream().map(Pair::candidate).toList());
      tell(folders.get(i), comparison(played), "the start");
      if (i > 0) {
        tell(folders.get(i), comparison(against(trials.getFirst(), trials.get(i))), "the first");
      }
    }
  }

  private static List<Pair> against(List<Trial> first, List<Trial> other) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      pairs.add(new Pair(first.get(i), other.get(i)));
    }
    return pairs;
  }

  private static Comparison comparison(List<Pair> played) {
    return Comparison.of("fresh", played.stream().map(OpenedPair::of).toList());
  }

  private void tell(Path folder, Comparison found, String against) {
    spec.commandLine()
        .getOut()
        .println(
            String.format(
                Locale.ROOT,
                "%s against %s: %d -> %d of %d right, %+.1f points (%+.1f to %+.1f; %d won, %d lost;"
                    + " p = %.1g), confidently wrong %d -> %d",
                folder,
                against,
                found.start().right(),
                found.now().right(),
                found.tasks(),
                100 * found.difference(),
                100 * found.low(),
                100 * found.high(),
                found.won(),
                found.lost(),
                found.mcnemarP(),
                found.start().confidentlyWrong(),
                found.now().confidentlyWrong()));
    spec.commandLine().getOut().flush();
  }

  private static Subject.Files end(Path folder) {
    Path own = folder.resolve(RunFiles.PLAYBOOKS);
    return valid(Files.isDirectory(own) ? own : folder);
  }

  private static Subject.Files valid(Path folder) {
    Subject.Files files = Subject.Files.from(folder);
    files.catalogue();
    return files;
  }
}
