package dev.inquest.app.cli.remote;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code inquest pause}. */
@Command(
    name = "pause",
    mixinStandardHelpOptions = true,
    description = "Stops all actuation: approved changes wait until it is resumed.")
public final class PauseCommand extends RemoteCommand {
  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; people see it.")
  private @Nullable String reason;

  @Override
  public Integer call() {
    return print(Standing.set(reach().gate(Need.OPERATE), "pause", reason));
  }
}
