package dev.inquest.app.cli.remote;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the change whole, on standard error, and approves exactly that.",
      "On a terminal it asks first. Elsewhere nobody was shown anything yet: there --digest names"
          + " what `proposals show` showed."
    })
final class ProposalApprove extends Decision {
  @Option(
      names = "--digest",
      paramLabel = "SHA256",
      converter = Ids.Digest.class,
      description = "The digest of what you were shown; anything else is refused.")
  private @Nullable String digest;

  @Override
  public Integer call() {
    Api gate = gate();
    JsonNode proposal = proposal(gate);
    sayBlock(ProposalSheet.of(proposal).text(style()) + "\n");
    String shown = Json.text(proposal, "digest");
    if (digest == null && !confirmed(shown)) {
      throw usage(
          "Nothing was approved. To approve exactly what is shown above, repeat with --digest "
              + Printable.line(shown));
    }
    return send(gate, "approve", digest == null ? shown : digest);
  }

  /** Only the word itself, typed by whoever sees what stands above it. */
  private static boolean confirmed(String shown) {
    String first = shown.substring(0, Math.min(12, shown.length()));
    return Terminal.attended()
        .map(console -> console.readLine("Approve exactly this, digest %s…? Type approve: ", first))
        .filter(answer -> answer.strip().equals("approve"))
        .isPresent();
  }
}
