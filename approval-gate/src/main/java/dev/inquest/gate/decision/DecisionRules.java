package dev.inquest.gate.decision;

import dev.inquest.gate.policy.Policy;
import dev.inquest.gate.proposal.Proposal;
import java.util.Optional;

/** Whether the policy lets this person decide this proposal. */
public final class DecisionRules {
  private static final int LEAST_FOR_PLAYBOOKS = 2;

  private final Policy policy;
  private final People people;
  private final Authors authors;

  public DecisionRules(Policy policy, People people, Authors authors) {
    this.policy = policy;
    this.people = people;
    this.authors = authors;
  }

  /** Whatever the policy says, new playbooks need two: they bear on every later diagnosis. */
  public int needed(Proposal proposal) {
    int people = policy.rule(proposal.risk()).people();
    boolean newPlaybooks = ofPlaybooks(proposal) && proposal.body().culprit() == null;
    return newPlaybooks ? Math.max(people, LEAST_FOR_PLAYBOOKS) : people;
  }

  private static boolean ofPlaybooks(Proposal proposal) {
    return proposal.kind().equals("playbook");
  }

  /** Whether the person's roles let them decide that risk; authorship is looked at on deciding. */
  public boolean mayDecide(Proposal proposal, Approver person) {
    return person.roles().stream().anyMatch(policy.rule(proposal.risk()).roles()::contains);
  }

  /** Why not; empty where they may. */
  Optional<DecisionOutcome.Refused> refusal(Proposal proposal, DecisionCommand command) {
    Policy.Rule rule = policy.rule(proposal.risk());
    if (!mayDecide(proposal, command.approver())) {
      return refuse("not-an-approver", "the policy does not let you decide this risk");
    }
    if (command.via() == DecisionCommand.Via.API && !rule.apiTokens()) {
      return refuse("not-by-token", "the policy wants this risk decided by a signed-in person");
    }
    return command.choice() == DecisionCommand.Choice.APPROVE
        ? separation(proposal, rule, command.approver().person())
        : Optional.empty();
  }

  /** That several approvals are several people's, and none of whoever made the change. */
  private Optional<DecisionOutcome.Refused> separation(
      Proposal proposal, Policy.Rule rule, String person) {
    if (needed(proposal) > 1 && people.byPerson(person).isEmpty()) {
      return refuse(
          "not-mapped",
          "this risk needs people named in inquest.gate.approvers, so that nobody counts twice");
    }
    // Playbooks have no author among people: a program wrote the change.
    return rule.notTheAuthor() && !ofPlaybooks(proposal)
        ? authorship(proposal, person)
        : Optional.empty();
  }

  /** Whoever cannot be told apart from the author counts as the author. */
  private Optional<DecisionOutcome.Refused> authorship(Proposal proposal, String person) {
    if (proposal.body().culprit() == null) {
      return refuse(
          "culprit-unknown",
          "the gate does not know whose change is held to be the cause, so it could be yours");
    }
    for (String address : authors.addresses(proposal)) {
      Optional<String> author = people.byEmail(address);
      if (author.isEmpty()) {
        return refuse(
            "author-unmapped",
            "the culprit's author "
                + address
                + " is not in inquest.gate.approvers, so it could be you");
      }
      if (author.get().equals(person)) {
        return refuse(
            "the-author", "you wrote, committed or merged the change held to be the culprit");
      }
    }
    return Optional.empty();
  }

  private static Optional<DecisionOutcome.Refused> refuse(String code, String why) {
    return Optional.of(new DecisionOutcome.Refused(code, why));
  }
}
