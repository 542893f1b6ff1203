package dev.inquest.gate.proposal;

import dev.inquest.gate.policy.Policy;
import dev.inquest.gate.policy.Refused;
import dev.inquest.gate.policy.Risk;
import dev.inquest.proposal.ProposalDraft;
import dev.inquest.proposal.ProposalKind;
import dev.inquest.topology.Mode;
import dev.inquest.topology.ServiceEntry;
import dev.inquest.topology.ServiceMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What a request must satisfy whatever its files say. */
record Admission(ServiceMap services, Policy policy) {
  /**
   * @throws dev.inquest.failure.FailureException {@code service-unmapped} or {@code mode-observe}
   */
  ServiceEntry service(String name, Checks checks) {
    ServiceEntry found =
        checks.run("service", () -> mapped(name), _ -> name + " is in the gate's own service map");
    if (found.mode() != Mode.PROPOSE) {
      throw Refused.because(
          "mode-observe", name, "the mode of " + name + " is observe: nothing is proposed for it");
    }
    return found;
  }

  private ServiceEntry mapped(String name) {
    return services
        .find(name)
        .orElseThrow(() ->
            Refused.because("service-unmapped", name, "the gate's service map has no " + name));
  }

  /**
   * @throws dev.inquest.failure.FailureException {@code shape-not-accepted}
   */
  void accept(ProposalDraft read) {
    for (ProposalKind kind : List.of(read.kind(), judgedAs(read))) {
      if (!policy.shapes().containsKey(kind)) {
        throw Refused.because(
            "shape-not-accepted", text(kind), text(kind) + " proposals are not accepted yet");
      }
    }
  }

  /** Going back to playbooks that were in use before is a revert like any other. */
  private static ProposalKind judgedAs(ProposalDraft read) {
    boolean back = read.kind() == ProposalKind.PLAYBOOK && read.revertOf() != null;
    return back ? ProposalKind.REVERT : read.kind();
  }

  /** The policy's for the shape; what the agent states can only raise it, unread to the most. */
  Risk risk(ProposalDraft read) {
    Risk own = Objects.requireNonNull(policy.shapes().get(judgedAs(read)));
    String stated = read.stated().get("risk");
    return stated == null
        ? own
        : own.atLeast(Risk.parse(stated.strip().toLowerCase(Locale.ROOT)).orElse(Risk.HIGH));
  }

  static String text(ProposalKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
