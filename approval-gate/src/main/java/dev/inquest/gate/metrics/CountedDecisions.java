package dev.inquest.gate.metrics;

import dev.inquest.gate.decision.DecisionCommand;
import dev.inquest.gate.decision.DecisionCommand.Choice;
import dev.inquest.gate.decision.DecisionOutcome;
import dev.inquest.gate.decision.Decisions;
import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.proposal.ProposalStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** {@code inquest_approvals_total{decision}} and {@code inquest_approval_wait_seconds}. */
public final class CountedDecisions implements Decisions {
  private final Decisions decisions;
  private final ProposalStore proposals;
  private final MeterRegistry meters;

  public CountedDecisions(Decisions decisions, ProposalStore proposals, MeterRegistry meters) {
    this.decisions = decisions;
    this.proposals = proposals;
    this.meters = meters;
  }

  @Override
  public DecisionOutcome decide(DecisionCommand command) {
    DecisionOutcome outcome = decisions.decide(command);
    switch (outcome) {
      case DecisionOutcome.Recorded recorded -> recorded(command.choice(), recorded.proposal());
      case DecisionOutcome.Refused _ -> count("refused");
      case DecisionOutcome.AlreadyDecided _, DecisionOutcome.Unknown _ -> {}
    }
    return outcome;
  }

  private void recorded(Choice choice, String id) {
    count(
        switch (choice) {
          case APPROVE -> "approved";
          case REJECT -> "rejected";
        });
    proposals.find(id).ifPresent(this::waited);
  }

  private void count(String decision) {
    meters.counter("inquest.approvals", "decision", decision).increment();
  }

  /** Only where this decision was the last that was needed. */
  private void waited(Proposal proposal) {
    Instant asked = proposal.askedAt();
    Instant decided = proposal.decidedAt();
    if (asked != null && decided != null) {
      Timer.builder("inquest.approval.wait")
          .publishPercentileHistogram()
          .minimumExpectedValue(Duration.ofSeconds(1))
          .maximumExpectedValue(Duration.ofDays(1))
          .register(meters)
          .record(Duration.between(asked, decided));
    }
  }

  @Override
  public Optional<ButtonTarget> button(String value) {
    return decisions.button(value);
  }
}
