package dev.inquest.app.cli.doctor;

import dev.inquest.app.cli.ConfigOption;
import dev.inquest.app.cli.output.Finding;
import dev.inquest.app.cli.output.Findings;
import dev.inquest.app.cli.output.Output;
import dev.inquest.app.config.SettingsLoader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code inquest doctor}: what is configured, missing, unsafe or guessed, each with its fix. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Says what is configured, missing, unsafe or guessed, and what to do about it. Changes nothing",
      "and needs no running Inquest."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:there is no problem; there may be warnings",
      "2:the command line is wrong",
      "3:there are problems"
    })
public final class DoctorCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() {
    output.say("Looking at this machine, the configuration and what it names …");
    SettingsLoader.Examined examined = config.examine();
    Patient patient = Patient.of(config.file(), examined, Clock.systemUTC());
    List<Finding> findings = new ArrayList<>();
    for (Exam exam : Exam.all()) {
      findings.addAll(exam.safely(patient));
    }
    Findings answer = Findings.of(findings, "Everything is in order.");
    output.print(answer);
    return answer.exitCode();
  }
}
