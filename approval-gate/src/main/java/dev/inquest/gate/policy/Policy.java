package dev.inquest.gate.policy;

import static java.util.Objects.requireNonNull;

import dev.inquest.proposal.ProposalKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The policy file, read.
 *
 * @param sha256 of the file's bytes
 * @param expiry how long a proposal waits for an answer
 * @param warrant how long an issued warrant may wait to be claimed
 * @param shapes the accepted kinds, each with its least risk
 * @param approve a rule for every risk
 * @param guarded paths that must not change under an approved proposal
 */
public record Policy(
    String sha256,
    Duration expiry,
    Duration warrant,
    Map<ProposalKind, Risk> shapes,
    boolean uniqueIndexes,
    Limits limits,
    Map<Risk, Rule> approve,
    List<String> guarded) {
  /**
   * How often people may be asked.
   *
   * @param rejectedStays how long a rejected digest is not asked again
   */
  public record Limits(int openPerService, int askedPerHour, Duration rejectedStays) {
    public Limits {
      requireNonNull(rejectedStays, "rejectedStays");
    }
  }

  /**
   * Who may approve one risk.
   *
   * @param people how many must approve, at least one
   * @param roles an approver has one of them
   */
  public record Rule(
      int people, Set<String> roles, boolean notTheAuthor, Action action, boolean apiTokens) {
    public Rule {
      roles = Set.copyOf(roles);
      if (people < 1) {
        throw new IllegalArgumentException("at least one person must approve");
      }
    }
  }

  public Policy {
    requireNonNull(sha256, "sha256");
    requireNonNull(expiry, "expiry");
    requireNonNull(warrant, "warrant");
    requireNonNull(limits, "limits");
    shapes = Map.copyOf(shapes);
    approve = Map.copyOf(approve);
    guarded = List.copyOf(guarded);
    if (approve.size() != Risk.values().length) {
      throw new IllegalArgumentException("every risk needs a rule");
    }
  }

  public Rule rule(Risk risk) {
    return requireNonNull(approve.get(risk), "every risk has a rule");
  }
}
