package dev.inquest.app.cli.remote;

import dev.inquest.app.cli.ExitCodes;
import dev.inquest.app.cli.output.Answer;
import dev.inquest.app.cli.output.Style;
import dev.inquest.playbooks.casefile.CoreJson;
import dev.inquest.playbooks.replay.OutputFormat;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands against a running Inquest share. */
abstract class RemoteCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private Reach reach;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "text (default), json or md.")
  private OutputFormat output = OutputFormat.TEXT;

  final Reach reach() {
    return reach;
  }

  /** The answer, and that all is done. */
  final int print(Answer answer) {
    print(
        switch (output) {
          case TEXT -> answer.text(style());
          case JSON -> Printable.json(CoreJson.write(answer.json())) + "\n";
          case MD -> answer.markdown();
        });
    return ExitCodes.DONE;
  }

  /** Printable already. */
  final void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }

  /** Progress; never the answer. */
  final void say(String line) {
    sayBlock(Printable.line(line) + "\n");
  }

  /** Printable already, and ends in a line break. */
  final void sayBlock(String text) {
    PrintWriter err = spec.commandLine().getErr();
    err.print(text);
    err.flush();
  }

  /** For exit code 2. */
  final ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  static Style style() {
    return new Style(Ansi.AUTO.enabled());
  }
}
