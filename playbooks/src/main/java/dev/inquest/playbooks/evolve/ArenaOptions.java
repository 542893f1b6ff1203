package dev.inquest.playbooks.evolve;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which tasks a run is judged by; the same must be said when it is verified. */
final class ArenaOptions {
  @Option(
      names = "--arena",
      paramLabel = "NAME",
      description = "What is tried: incidents (default) or detector.")
  private String arena = "incidents";

  @Option(
      names = "--train",
      paramLabel = "DIR",
      description = "A folder of cases that happened, for screening and vetoes.")
  private @Nullable Path train;

  @Option(names = "--truth", paramLabel = "FILE", description = "Their answers, truth.jsonl.")
  private @Nullable Path truth;

  Arenas.Request request() {
    return new Arenas.Request(arena, train, truth);
  }

  void refuseHalf(CommandSpec spec) {
    if ((train == null) != (truth == null)) {
      throw new ParameterException(spec.commandLine(), "--train and --truth go together.");
    }
  }
}
