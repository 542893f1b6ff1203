package dev.inquest.app.cli.connectors;

import dev.inquest.app.cli.ConfigOption;
import dev.inquest.app.cli.output.Finding;
import dev.inquest.app.cli.output.Findings;
import dev.inquest.app.cli.output.Output;
import dev.inquest.app.config.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Asks every connector that is configured. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Signs in to everything that is configured, with the keys of the role that uses it, and says",
      "what it may do there that it should not."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:everything works and is safe; there may be warnings",
      "1:the configuration cannot be read",
      "2:the command line is wrong",
      "3:something does not work or is not safe; each has its fix"
    })
final class VerifyConnectors implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() {
    Settings settings = config.load();
    output.say("Asking the configured connectors …");
    List<Finding> findings = Verification.of(settings);
    Findings answer =
        Findings.of(
            findings,
            findings.isEmpty() ? "No connector is configured." : "Every connector works.");
    output.print(answer);
    return answer.exitCode();
  }
}
