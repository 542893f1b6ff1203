package dev.inquest.app.cli.output;

import dev.inquest.playbooks.casefile.CoreJson;
import dev.inquest.playbooks.replay.OutputFormat;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code -o text|json|md}: the answer alone on standard output, progress on standard error. */
public final class Output {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "text (default), json or md.")
  private OutputFormat format = OutputFormat.TEXT;

  public void print(Answer answer) {
    PrintWriter out = command.commandLine().getOut();
    out.print(
        switch (format) {
          case TEXT -> answer.text(Style.here());
          case JSON -> CoreJson.write(answer.json()) + "\n";
          case MD -> answer.markdown();
        });
    out.flush();
  }

  /** One line about what is being done. */
  public void say(String line) {
    PrintWriter err = command.commandLine().getErr();
    err.println(line);
    err.flush();
  }
}
