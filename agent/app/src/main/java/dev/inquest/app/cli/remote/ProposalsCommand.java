package dev.inquest.app.cli.remote;

import picocli.CommandLine.Command;

/** {@code inquest proposals}. */
@Command(
    name = "proposals",
    mixinStandardHelpOptions = true,
    description = "Shows proposed changes and decides on them.",
    subcommands = {
      ProposalList.class,
      ProposalShow.class,
      ProposalApprove.class,
      ProposalReject.class
    })
public final class ProposalsCommand extends CommandGroup {}
