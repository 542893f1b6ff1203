package dev.inquest.app.cli.connectors;

import dev.inquest.app.cli.ConfigOption;
import dev.inquest.app.cli.ExitCodes;
import dev.inquest.app.cli.output.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads the configuration only. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Every connector, whose it is, whether it is configured and for what.")
final class ListConnectors implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() {
    output.print(new ConnectorList(Connector.of(config.load())));
    return ExitCodes.DONE;
  }
}
