package dev.inquest.lab.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inquest lab bench}: how fast the engine is, as ratios that no machine changes much. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Benchmarks of the engine, each as a ratio to work everyone knows.")
public final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "CASES",
      description = "Folders of cases to replay; none: only what needs no data.")
  private List<Path> cases = List.of();

  @Option(names = "--rounds", defaultValue = "5", description = "Measured rounds (default 5).")
  private int rounds;

  @Override
  public Integer call() throws RunnerException {
    print(new Runner(options()).run());
    return 0;
  }

  /** The flags are all there are: what starts a command quickly would measure half a compiler. */
  Options options() {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(ChangePointBench.class.getName())
            .include(GrowthBench.class.getName())
            .measurementIterations(rounds)
            .jvmArgs("-XX:+UseSerialGC", "-Xmx2g", "-D" + ReplayBench.FOLDERS + '=' + folders());
    if (!cases.isEmpty()) {
      options.include(ReplayBench.class.getName());
    }
    return options.build();
  }

  private String folders() {
    return cases.stream()
        .map(path -> path.toAbsolutePath().toString())
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }

  private void print(Collection<RunResult> results) {
    PrintWriter out = spec.commandLine().getOut();
    Scores scores = Scores.of(results);
    if (!cases.isEmpty()) {
      line(out, "replay to bare parse", scores.ratio("replay", "parse"));
    }
    line(out, "change points to Welford's update", scores.ratio("changePoints", "welford"));
    line(out, "ten times the series", scores.ratio("series 10", "series 1"));
    line(out, "ten times the traces", scores.ratio("traces 10", "traces 1"));
    out.flush();
  }

  private static void line(PrintWriter out, String what, double ratio) {
    out.println(String.format(Locale.ROOT, "%-36s %6.2f", what, ratio));
  }
}
