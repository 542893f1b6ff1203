package dev.inquest.playbooks.evolve;

import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.evolve.log.RunFiles;
import dev.inquest.playbooks.evolve.log.Verification;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import dev.inquest.playbooks.evolve.wealth.ConfirmationLimits;
import dev.inquest.playbooks.evolve.wealth.PlaceboFamilies;
import dev.inquest.playbooks.evolve.wealth.StoredPairs;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code inquest evolve placebo}: what the rule keeps of a run's own pairs when coins swap them.
 */
@Command(
    name = "placebo",
    mixinStandardHelpOptions = true,
    description =
        "Swaps the labels of a run's fresh pairs by coins, 1,000 families of 20 confirmations, and "
            + "counts the families in which anything is kept.")
final class EvolvePlaceboCommand implements Callable<Integer> {
  private static final int FAMILIES = 1_000;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1", paramLabel = "DIR", description = "The folder of the run.")
  private Path folder = Path.of("");

  @Option(names = "--seed", paramLabel = "S", description = "Of the coins.")
  private long seed = 1;

  @Override
  public Integer call() {
    try {
      RunFolder files = new RunFolder(folder);
      List<String> outcomes =
          Verification.verify(folder).entries().stream()
              .flatMap(e -> e.files().keySet().stream())
              .filter(f -> f.startsWith(RunFiles.ROUNDS) && f.endsWith(RunFiles.OUTCOMES))
              .map(files::text)
              .toList();
      tell(StoredPairs.differences(outcomes));
      return 0;
    } catch (FailureException e) {
      spec.commandLine().getErr().println("evolve placebo: " + e.failure().message());
    } catch (IllegalArgumentException e) {
      spec.commandLine().getErr().println("evolve placebo: " + e.getMessage());
    }
    return 1;
  }

  private void tell(double[] differences) {
    PlaceboFamilies.Count count =
        PlaceboFamilies.run(
            differences,
            FAMILIES,
            ConfirmationLimits.MOST_FINALISTS,
            ConfirmationLimits.DEFAULT,
            new SeedStream(seed));
    String line =
        String.format(
            Locale.ROOT,
            "%d stored pairs, %.1f %% differ: of %d families of %d confirmations %d kept anything",
            differences.length,
            100 * StoredPairs.discordance(differences),
            count.families(),
            count.confirmations(),
            count.keeping());
    spec.commandLine().getOut().println(line);
  }
}
