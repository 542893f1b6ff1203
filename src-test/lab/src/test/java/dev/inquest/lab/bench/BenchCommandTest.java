package dev.inquest.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.Options;
import picocli.CommandLine;

class BenchCommandTest {
  /** Else the flags of the JVM that runs this would be taken, one compiler of two among them. */
  @Test
  void theMeasuredJvmTakesNoFlagFromThisOne() {
    Options options = options("--rounds", "3");
    assertThat(options.getJvmArgs().get()).contains("-XX:+UseSerialGC");
    assertThat(options.getMeasurementIterations().get()).isEqualTo(3);
    assertThat(options.getIncludes()).doesNotContain(ReplayBench.class.getName());
  }

  @Test
  void foldersOfCasesAreReplayed() {
    Options options = options("cases");
    assertThat(options.getIncludes()).contains(ReplayBench.class.getName());
    assertThat(options.getJvmArgs().get()).anyMatch(arg -> arg.endsWith("cases"));
  }

  private static Options options(String... arguments) {
    BenchCommand command = new BenchCommand();
    new CommandLine(command).parseArgs(arguments);
    return command.options();
  }
}
