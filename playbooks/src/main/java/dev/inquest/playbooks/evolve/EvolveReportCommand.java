package dev.inquest.playbooks.evolve;

import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.evolve.log.FileDisk;
import dev.inquest.playbooks.evolve.log.RunFiles;
import dev.inquest.playbooks.evolve.log.Verification;
import dev.inquest.playbooks.evolve.report.RunReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inquest evolve report}: a run for people, beside its record. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Writes report.md and report.html into a run's folder, after checking its record.")
final class EvolveReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1", paramLabel = "DIR", description = "The folder of the run.")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    try {
      RunFolder files = new RunFolder(folder);
      RunReport.Written written = RunReport.of(Verification.verify(folder), files::text);
      write(RunFiles.REPORT_TEXT, written.markdown());
      write(RunFiles.REPORT_PAGE, written.html());
      return 0;
    } catch (FailureException e) {
      spec.commandLine().getErr().println("evolve report: " + e.failure().message());
      return 1;
    }
  }

  private void write(String file, String text) {
    new FileDisk().write(folder.resolve(file), text.getBytes(StandardCharsets.UTF_8));
    spec.commandLine().getOut().println(folder.resolve(file));
  }
}
