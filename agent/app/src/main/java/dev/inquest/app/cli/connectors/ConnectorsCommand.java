package dev.inquest.app.cli.connectors;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code inquest connectors list|verify}. */
@Command(
    name = "connectors",
    mixinStandardHelpOptions = true,
    description = "Shows what Inquest is connected to, or tries it.",
    subcommands = {CommandLine.HelpCommand.class, ListConnectors.class, VerifyConnectors.class})
public final class ConnectorsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say list or verify.");
  }
}
