package dev.inquest.lab.bench;

import dev.inquest.investigation.StatisticalEngine;
import dev.inquest.playbooks.casefile.CaseReader;
import dev.inquest.playbooks.format.CatalogueLoader;
import dev.inquest.playbooks.replay.Replay;
import dev.inquest.playbooks.replay.ReplayOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading and diagnosing folders of cases; the denominator unpacks and tokenises their files. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
public class ReplayBench {
  /** The property that names the folders, parted as in a class path. */
  static final String FOLDERS = "inquest.bench.cases";

  private final List<Path> cases = new ArrayList<>();
  private final Replay replay =
      new Replay(CatalogueLoader.builtIn(), StatisticalEngine::new, System::nanoTime);

  @Setup
  public void find() {
    for (String folder : System.getProperty(FOLDERS, "").split(java.io.File.pathSeparator, -1)) {
      cases.addAll(CaseReader.cases(Path.of(folder)));
    }
  }

  @Benchmark
  public long parse() throws IOException {
    long tokens = 0;
    for (Path folder : cases) {
      tokens += BareParse.tokens(folder);
    }
    return tokens;
  }

  @Benchmark
  public long replay() {
    long diagnosed = 0;
    for (Path folder : cases) {
      diagnosed += replay.run(folder) instanceof ReplayOutcome.Diagnosed ? 1 : 0;
    }
    if (diagnosed != cases.size()) {
      throw new IllegalStateException("only " + diagnosed + " cases could be diagnosed");
    }
    return diagnosed;
  }
}
