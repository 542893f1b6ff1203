package dev.inquest.app.cli.remote;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code inquest resume}. */
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    description = "Lets actuation go on after a pause.")
public final class ResumeCommand extends RemoteCommand {
  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; people see it.")
  private @Nullable String reason;

  @Override
  public Integer call() {
    return print(Standing.set(reach().gate(Need.OPERATE), "resume", reason));
  }
}
