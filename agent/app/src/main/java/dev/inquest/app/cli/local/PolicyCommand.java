package dev.inquest.app.cli.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code inquest policy test}. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = "Shows what the gate's policy says.",
    subcommands = {CommandLine.HelpCommand.class, TestPolicy.class})
public final class PolicyCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say test.");
  }
}
