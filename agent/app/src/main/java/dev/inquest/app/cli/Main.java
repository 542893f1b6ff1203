package dev.inquest.app.cli;

import dev.inquest.app.cli.connectors.ConnectorsCommand;
import dev.inquest.app.cli.doctor.DoctorCommand;
import dev.inquest.app.cli.local.MigrateCommand;
import dev.inquest.app.cli.local.PlaybooksCommand;
import dev.inquest.app.cli.local.PolicyCommand;
import dev.inquest.app.cli.local.PracticeCommand;
import dev.inquest.app.cli.local.PurgeCommand;
import dev.inquest.app.cli.remote.AuditCommand;
import dev.inquest.app.cli.remote.DeliveriesCommand;
import dev.inquest.app.cli.remote.EvidenceCommand;
import dev.inquest.app.cli.remote.IncidentsCommand;
import dev.inquest.app.cli.remote.InvestigateCommand;
import dev.inquest.app.cli.remote.PauseCommand;
import dev.inquest.app.cli.remote.ProposalsCommand;
import dev.inquest.app.cli.remote.ReportCommand;
import dev.inquest.app.cli.remote.ResumeCommand;
import dev.inquest.app.serve.ServeCommand;
import dev.inquest.playbooks.arena.BuiltInArenas;
import dev.inquest.playbooks.evolve.EvolveCommand;
import dev.inquest.playbooks.replay.ReplayCommand;
import dev.inquest.playbooks.simulation.SimulateCommand;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program's entry. Commands load what they need; {@code replay} never touches Spring. */
@Command(
    name = "inquest",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Finds what broke and why; proposes the fix; acts only on a human's warrant.",
    subcommands = {
      CommandLine.HelpCommand.class,
      ServeCommand.class,
      ReplayCommand.class,
      PracticeCommand.class,
      SimulateCommand.class,
      PlaybooksCommand.class,
      PolicyCommand.class,
      ConnectorsCommand.class,
      MigrateCommand.class,
      PurgeCommand.class,
      DoctorCommand.class,
      InvestigateCommand.class,
      IncidentsCommand.class,
      EvidenceCommand.class,
      ProposalsCommand.class,
      DeliveriesCommand.class,
      ReportCommand.class,
      PauseCommand.class,
      ResumeCommand.class,
      AuditCommand.class
    })
public final class Main implements Runnable {
  /** Logback's own; a serving process clears it and lets Spring Boot decide. */
  public static final String QUIET_LOGS = "logback.configurationFile";

  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.setProperty(QUIET_LOGS, "quiet-logs.xml");
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  /** All commands, as the program runs them. */
  public static CommandLine commandLine() {
    return new CommandLine(new Main())
        .addSubcommand(new EvolveCommand(new BuiltInArenas(), Clock.systemUTC()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new FailureHandler());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do.");
  }
}
