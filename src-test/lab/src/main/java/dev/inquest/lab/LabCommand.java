package dev.inquest.lab;

import dev.inquest.lab.bench.BenchCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code inquest lab}. */
@Command(
    name = "lab",
    subcommands = BenchCommand.class,
    mixinStandardHelpOptions = true,
    description =
        "Benchmarks; real faults on real servers, many at once, are not built yet: see demo.")
final class LabCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    System.err.println(
        "inquest: the lab is not built yet; `inquest demo` runs one real fault from end to end");
    return CommandLine.ExitCode.USAGE;
  }
}
