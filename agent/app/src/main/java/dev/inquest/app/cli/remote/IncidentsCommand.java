package dev.inquest.app.cli.remote;

import picocli.CommandLine.Command;

/** {@code inquest incidents}. */
@Command(
    name = "incidents",
    mixinStandardHelpOptions = true,
    description = "Lists and shows incidents, and says whether a cause was right.",
    subcommands = {IncidentList.class, IncidentShow.class, IncidentLabel.class})
public final class IncidentsCommand extends CommandGroup {}
