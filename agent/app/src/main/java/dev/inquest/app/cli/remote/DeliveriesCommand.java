package dev.inquest.app.cli.remote;

import picocli.CommandLine.Command;

/** {@code inquest deliveries}. */
@Command(
    name = "deliveries",
    mixinStandardHelpOptions = true,
    description = "Lists what senders delivered, and interprets it again.",
    subcommands = {DeliveryList.class, DeliveryReplay.class})
public final class DeliveriesCommand extends CommandGroup {}
