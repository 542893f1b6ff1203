package dev.inquest.app.cli.local;

import dev.inquest.app.cli.ExitCodes;
import dev.inquest.app.cli.output.Output;
import dev.inquest.playbooks.format.CatalogueLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says of each file what is wrong with it, and in which line. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = "Checks playbooks; each complaint names its file and line.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all are valid",
      "1:some are not, or the folder cannot be read",
      "2:the command line is wrong"
    })
final class ValidatePlaybooks implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "DIR", description = "Standard: those built in.")
  private @Nullable Path folder;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() {
    PlaybookValidation answer =
        folder == null
            ? new PlaybookValidation(CatalogueLoader.builtIn().playbooks().size(), List.of())
            : PlaybookValidation.of(CatalogueLoader.check(folder));
    output.print(answer);
    return answer.violations().isEmpty() ? ExitCodes.DONE : ExitCodes.FAILURE;
  }
}
