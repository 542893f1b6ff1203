package dev.inquest.app.cli.local;

import dev.inquest.app.cli.remote.PlaybookPin;
import dev.inquest.app.cli.remote.PlaybookPropose;
import dev.inquest.app.cli.remote.PlaybookRecord;
import dev.inquest.app.cli.remote.PlaybookRollback;
import dev.inquest.app.cli.remote.PlaybookShow;
import dev.inquest.app.cli.remote.PlaybookVersions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code inquest playbooks}. */
@Command(
    name = "playbooks",
    mixinStandardHelpOptions = true,
    description =
        "Shows and checks playbooks; asks for those of a run of evolve; pins a version, or goes back.",
    subcommands = {
      CommandLine.HelpCommand.class,
      ListPlaybooks.class,
      ValidatePlaybooks.class,
      PlaybookPropose.class,
      PlaybookVersions.class,
      PlaybookShow.class,
      PlaybookRecord.class,
      PlaybookPin.class,
      PlaybookRollback.class
    })
public final class PlaybooksCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say list, validate, propose, versions, show, record, pin or rollback.");
  }
}
