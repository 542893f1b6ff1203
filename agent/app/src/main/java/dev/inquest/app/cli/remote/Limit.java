package dev.inquest.app.cli.remote;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --limit N}. */
final class Limit {
  private static final int MOST = 10_000;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many, the newest first (default 20, at most 10000).")
  private int limit = 20;

  int value() {
    if (limit < 1 || limit > MOST) {
      throw new ParameterException(spec.commandLine(), "--limit takes 1 to " + MOST + ".");
    }
    return limit;
  }
}
