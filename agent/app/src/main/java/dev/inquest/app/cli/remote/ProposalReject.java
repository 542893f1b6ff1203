package dev.inquest.app.cli.remote;

import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

@Command(
    name = "reject",
    mixinStandardHelpOptions = true,
    description =
        "Rejects a proposal: nothing is changed, and exactly this is not asked again soon.")
final class ProposalReject extends Decision {
  @Override
  public Integer call() {
    Api gate = gate();
    JsonNode proposal = proposal(gate);
    say("Rejecting " + Json.text(proposal, "id") + ": " + Json.text(proposal, "title"));
    return send(gate, "reject", Json.text(proposal, "digest"));
  }
}
