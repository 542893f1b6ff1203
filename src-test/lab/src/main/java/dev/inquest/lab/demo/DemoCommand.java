package dev.inquest.lab.demo;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code inquest demo}. */
@Command(
    name = "demo",
    description = {
      "Breaks a small shop and lets Inquest find out why: a release filters on a column that has",
      "no index. You approve the fix on a page, or --headless does what your click would do."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  /** How the answer is written. */
  enum Output {
    text,
    json
  }

  @Option(names = "--headless", description = "Play the approver too, through the gate's own page.")
  private boolean headless;

  @Option(
      names = "--control",
      description = "Deploy the same release with its index: a false alarm, nothing to do.")
  private boolean control;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Choose service, table, column and innocents by this number.")
  private @Nullable Long seed;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Leave repository, case and report there (default: ${DEFAULT-VALUE}).",
      defaultValue = ".inquest-demo")
  private Path keep = Path.of(".inquest-demo");

  @Option(names = "--resume", description = "Go on with a run that was cut off.")
  private boolean resume;

  @Option(names = "-o", paramLabel = "FORMAT", description = "text (default) or json.")
  private Output output = Output.text;

  @Override
  public Integer call() throws Exception {
    Options options = new Options(seed, headless, control, resume, keep);
    DemoResult result = new DemoRun(options, Teller.standard()).run();
    System.out.println(output == Output.json ? result.json() : result.text());
    return result.right() ? 0 : 1;
  }
}
