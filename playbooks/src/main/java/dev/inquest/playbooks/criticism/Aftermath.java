package dev.inquest.playbooks.criticism;

import dev.inquest.incident.HumanLabel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an incident after its diagnosis.
 *
 * @param label what a human said of it; null where nobody did
 * @param proposals what became of each proposal, oldest first
 * @param fixDeployed whether the deploy of a proposed fix was seen
 * @param recovered whether the shifted metrics returned
 */
public record Aftermath(
    @Nullable HumanLabel label, List<Fate> proposals, boolean fixDeployed, boolean recovered) {
  public Aftermath {
    proposals = List.copyOf(proposals);
  }

  /**
   * @param state as the gate spells it, e.g. {@code merged}, {@code rejected}
   * @param reason the decider's or the gate's; null where none was given
   */
  public record Fate(String proposal, String state, @Nullable String reason) {}
}
