package dev.inquest.app.cli.remote;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows one proposal whole: the change, what the gate checked, its digest.")
final class ProposalShow extends RemoteCommand {
  @Parameters(paramLabel = "PROPOSAL", converter = Ids.Proposal.class, description = "Its id.")
  private String id = "";

  @Override
  public Integer call() {
    return print(ProposalSheet.of(reach().gate(Need.READ).get("/api/v1/proposals/" + id)));
  }
}
