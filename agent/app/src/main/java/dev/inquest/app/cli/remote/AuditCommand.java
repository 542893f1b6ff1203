package dev.inquest.app.cli.remote;

import picocli.CommandLine.Command;

/** {@code inquest audit}. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Exports the audit chain, and checks an export offline.",
    subcommands = {AuditExportCommand.class, AuditVerifyCommand.class})
public final class AuditCommand extends CommandGroup {}
