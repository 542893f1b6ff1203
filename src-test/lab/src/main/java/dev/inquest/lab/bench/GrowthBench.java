package dev.inquest.lab.bench;

import dev.inquest.investigation.StatisticalEngine;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.format.CatalogueLoader;
import dev.inquest.playbooks.replay.Replay;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Diagnosing a made case that is already read, and the same with ten times the series or ten times
 * the traces; the smaller one is the denominator.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class GrowthBench {
  @Param({"1", "10"})
  private int times;

  private final Replay replay =
      new Replay(CatalogueLoader.builtIn(), StatisticalEngine::new, System::nanoTime);
  private final MadeCase made = new MadeCase();
  private CaseFile moreSeries = made.of(1, 1);
  private CaseFile moreTraces = made.of(1, 1);

  @Setup
  public void make() {
    moreSeries = made.of(times, 1);
    moreTraces = made.of(1, times);
  }

  @Benchmark
  public Object series() {
    return replay.diagnose(moreSeries);
  }

  @Benchmark
  public Object traces() {
    return replay.diagnose(moreTraces);
  }
}
