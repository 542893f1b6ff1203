package dev.inquest.gate.web;

import dev.inquest.gate.audit.AuditLog;
import dev.inquest.gate.decision.DecisionRules;
import dev.inquest.gate.decision.DecisionStore;
import dev.inquest.gate.decision.Decisions;
import dev.inquest.gate.decision.Pause;
import dev.inquest.gate.playbook.PlaybookDesk;
import dev.inquest.gate.playbook.PlaybookStore;
import dev.inquest.gate.proposal.ProposalStore;
import dev.inquest.gate.warrant.Checkpoints;
import dev.inquest.gate.warrant.WarrantStore;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The controllers; nothing is scanned for. */
@Configuration(proxyBeanMethods = false)
public class GateWeb {
  @Bean
  ProposalViews gateViews(
      DecisionStore decisions,
      DecisionRules rules,
      WarrantStore warrants,
      Pause pause,
      GateOrigin origin,
      Clock clock) {
    return new ProposalViews(decisions, rules, warrants, pause, origin, clock);
  }

  @Bean
  ProposalApi gateProposalApi(ProposalStore proposals, ProposalViews views, Decisions decisions) {
    return new ProposalApi(proposals, views, decisions);
  }

  @Bean
  ProposalPages gateProposalPages(
      ProposalStore proposals, ProposalViews views, Decisions decisions) {
    return new ProposalPages(proposals, views, decisions);
  }

  @Bean
  LoginPage gateLoginPage() {
    return new LoginPage();
  }

  @Bean
  AuditApi gateAuditApi(AuditLog audit, Checkpoints checkpoints) {
    return new AuditApi(audit, checkpoints);
  }

  @Bean
  PauseApi gatePauseApi(Pause pause) {
    return new PauseApi(pause);
  }

  @Bean
  PlaybookApi gatePlaybookApi(PlaybookStore store, PlaybookDesk desk) {
    return new PlaybookApi(store, desk);
  }

  @Bean
  ApiDescription gateApiDescription() {
    return new ApiDescription();
  }

  @Bean
  ErrorPage gateErrorPage() {
    return new ErrorPage();
  }

  @Bean
  ApiErrors gateApiErrors() {
    return new ApiErrors();
  }
}
