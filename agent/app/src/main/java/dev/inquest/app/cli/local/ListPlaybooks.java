package dev.inquest.app.cli.local;

import dev.inquest.app.cli.ExitCodes;
import dev.inquest.app.cli.output.Output;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbooks.format.CatalogueLoader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The catalogue, one line a playbook. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "The playbooks in force, or those of a folder.")
final class ListPlaybooks implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "DIR", description = "Standard: those built in.")
  private @Nullable Path folder;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() {
    Catalogue catalogue = folder == null ? CatalogueLoader.builtIn() : CatalogueLoader.from(folder);
    output.print(PlaybookList.of(catalogue));
    return ExitCodes.DONE;
  }
}
