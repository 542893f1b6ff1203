package dev.inquest.app.cli.remote;

import picocli.CommandLine.Command;

/** {@code inquest evidence}. */
@Command(
    name = "evidence",
    mixinStandardHelpOptions = true,
    description = "Shows what a claim rests on, and asks the source again.",
    subcommands = {EvidenceShow.class, EvidenceRefetch.class})
public final class EvidenceCommand extends CommandGroup {}
