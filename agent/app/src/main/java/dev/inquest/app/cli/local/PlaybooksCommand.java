package dev.inquest.app.cli.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code inquest playbooks list|validate}. */
@Command(
    name = "playbooks",
    mixinStandardHelpOptions = true,
    description = "Shows the playbooks the engine follows, or checks files of your own.",
    subcommands = {CommandLine.HelpCommand.class, ListPlaybooks.class, ValidatePlaybooks.class})
public final class PlaybooksCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say list or validate.");
  }
}
