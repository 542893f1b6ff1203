package dev.inquest.gate.actuator;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.playbook.Adoption;
import dev.inquest.gate.policy.Action;
import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.proposal.ProposalDigest;
import dev.inquest.gate.proposal.RequestStore;
import dev.inquest.gate.repository.ComputedChange;
import dev.inquest.gate.repository.Mirror;
import dev.inquest.gate.repository.Mirrors;
import dev.inquest.gate.repository.Trees;
import dev.inquest.gate.warrant.Warrant;
import dev.inquest.gate.warrant.WarrantException;
import dev.inquest.gate.warrant.WarrantStatement;
import dev.inquest.gate.warrant.Warrants;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Carries out one claimed warrant: proves it, looks for an earlier try, opens the merge request.
 */
public final class Execution {
  private static final int MAX_ASKED_AGAIN = 3;

  private final Warrants warrants;
  private final Mirrors mirrors;
  private final BaseDrift drift;
  private final RequestStore requests;
  private final List<Actuator> actuators;
  private final Adoption adoption;

  public Execution(
      Warrants warrants,
      Mirrors mirrors,
      BaseDrift drift,
      RequestStore requests,
      List<Actuator> actuators,
      Adoption adoption) {
    this.warrants = warrants;
    this.mirrors = mirrors;
    this.drift = drift;
    this.requests = requests;
    this.actuators = List.copyOf(actuators);
    this.adoption = adoption;
  }

  /** How it ended; what can be tried again is thrown. */
  public sealed interface Result {
    record Opened(MergeRequest mergeRequest) implements Result {}

    /** Playbooks were put where the gate keeps them. */
    record Adopted() implements Result {}

    record Refused(String why) implements Result {}
  }

  /**
   * @throws FailureException of the actuator or the repository, which says whether a retry can help
   */
  Result carryOut(Warrant warrant, Proposal proposal) {
    if (proposal.kind().equals("playbook")) {
      return adoption
          .carryOut(warrant, proposal)
          .<Result>map(Result.Refused::new)
          .orElseGet(Result.Adopted::new);
    }
    return open(warrant, proposal);
  }

  private Result open(Warrant warrant, Proposal proposal) {
    Mirror mirror = mirrors.of(proposal.repository());
    String head = mirror.fetch(proposal.targetBranch());
    WarrantStatement statement;
    try {
      statement = warrants.verify(warrant, proposal);
      requireSameBytes(statement, proposal, mirror);
    } catch (WarrantException e) {
      return new Result.Refused(Objects.requireNonNullElse(e.getMessage(), "no valid warrant"));
    }
    Actuator actuator = actuatorFor(proposal.repository());
    Actuation actuation = actuation(warrant, proposal);
    Optional<MergeRequest> earlier = actuator.find(actuation);
    if (earlier.isEmpty()) {
      Optional<String> moved = drift.since(proposal, mirror, head);
      if (moved.isPresent()) {
        return askAgain(proposal, moved.get());
      }
    }
    MergeRequest opened = earlier.orElseGet(() -> actuator.open(actuation));
    if (statement.action() == Action.OPEN_AND_MERGE) {
      actuator.merge(actuation, opened);
    }
    return new Result.Opened(opened);
  }

  /** The stored files must still be the ones that were signed. */
  private static void requireSameBytes(
      WarrantStatement statement, Proposal proposal, Mirror mirror) {
    ComputedChange change =
        mirror.read(copy -> Trees.write(copy, proposal.baseSha(), proposal.body().files()));
    ProposalDigest.Texts texts =
        new ProposalDigest.Texts(
            proposal.body().message(),
            proposal.body().title(),
            proposal.body().description(),
            proposal.body().rollback());
    String digest =
        ProposalDigest.of(proposal.repository(), proposal.targetBranch(), change, texts);
    if (!digest.equals(statement.proposalSha256())) {
      throw new WarrantException("the stored proposal is not the one that was approved", null);
    }
  }

  private Result askAgain(Proposal proposal, String why) {
    boolean asked = requests.again(proposal.request(), proposal.id(), MAX_ASKED_AGAIN);
    return new Result.Refused(why + (asked ? "; asked again on the new base" : ""));
  }

  private Actuator actuatorFor(String repository) {
    return actuators.stream()
        .filter(each -> each.serves(repository))
        .findFirst()
        .orElseThrow(() ->
            new FailureException(
                Failure.permanent(
                    "no-actuator", repository, "nothing here opens merge requests there")));
  }

  private static Actuation actuation(Warrant warrant, Proposal proposal) {
    return new Actuation(
        Objects.requireNonNull(warrant.actuation(), "a claimed warrant names its actuation"),
        proposal.id(),
        proposal.digest(),
        proposal.repository(),
        "inquest/" + proposal.digest().substring(0, 12),
        proposal.targetBranch(),
        proposal.baseSha(),
        proposal.body().files(),
        proposal.body().message(),
        proposal.body().title(),
        proposal.body().description());
  }
}
