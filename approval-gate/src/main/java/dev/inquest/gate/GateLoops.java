package dev.inquest.gate;

import dev.inquest.gate.actuator.Actuations;
import dev.inquest.gate.actuator.Actuator;
import dev.inquest.gate.actuator.BaseDrift;
import dev.inquest.gate.actuator.Execution;
import dev.inquest.gate.actuator.MergeWatch;
import dev.inquest.gate.audit.AuditLog;
import dev.inquest.gate.channel.AnnouncementStore;
import dev.inquest.gate.channel.Announcer;
import dev.inquest.gate.channel.CardRelay;
import dev.inquest.gate.channel.CardStore;
import dev.inquest.gate.channel.CardWriter;
import dev.inquest.gate.channel.Channel;
import dev.inquest.gate.channel.EventRelay;
import dev.inquest.gate.decision.DecisionStore;
import dev.inquest.gate.metrics.ActuationCounter;
import dev.inquest.gate.metrics.AuditSize;
import dev.inquest.gate.playbook.Adoption;
import dev.inquest.gate.playbook.Catalogues;
import dev.inquest.gate.playbook.PlaybookDesk;
import dev.inquest.gate.playbook.PlaybookShape;
import dev.inquest.gate.playbook.PlaybookStore;
import dev.inquest.gate.policy.MigrationShape;
import dev.inquest.gate.policy.Policy;
import dev.inquest.gate.policy.SqlLinter;
import dev.inquest.gate.proposal.Asking;
import dev.inquest.gate.proposal.ChangeComputer;
import dev.inquest.gate.proposal.EvidenceRoot;
import dev.inquest.gate.proposal.Expiry;
import dev.inquest.gate.proposal.ProposalChecker;
import dev.inquest.gate.proposal.ProposalStore;
import dev.inquest.gate.proposal.RequestStore;
import dev.inquest.gate.proposal.Requests;
import dev.inquest.gate.proposal.Withdrawals;
import dev.inquest.gate.repository.Mirrors;
import dev.inquest.gate.warrant.WarrantStore;
import dev.inquest.gate.warrant.Warrants;
import dev.inquest.gate.web.GateOrigin;
import dev.inquest.topology.ServiceMap;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the gate does by itself, each on a loop of its own so that none waits for another. */
@Configuration(proxyBeanMethods = false)
class GateLoops {
  private static final Duration OFTEN = Duration.ofMillis(200);
  private static final Duration EACH_SECOND = Duration.ofSeconds(1);
  private static final Duration SELDOM = Duration.ofSeconds(5);

  @Bean
  RequestStore gateRequestStore(JdbcClient jdbc) {
    return new RequestStore(jdbc);
  }

  @Bean
  ProposalChecker gateChecker(
      ServiceMap services,
      Policy policy,
      Mirrors mirrors,
      JdbcClient jdbc,
      PlaybookStore playbooks,
      ObjectProvider<Catalogues> catalogues) {
    MigrationShape migrations = new MigrationShape(new SqlLinter(policy.uniqueIndexes()));
    return new ProposalChecker(
        services,
        policy,
        new ChangeComputer(mirrors, migrations),
        new EvidenceRoot(jdbc),
        catalogues.stream()
            .findFirst()
            .map(known -> new PlaybookShape(playbooks, known))
            .orElse(null));
  }

  @Bean
  PlaybookStore gatePlaybooks(JdbcClient jdbc, ObjectProvider<Catalogues> catalogues) {
    return new PlaybookStore(jdbc, catalogues.getIfAvailable());
  }

  @Bean
  PlaybookDesk gatePlaybookDesk(
      TransactionOperations transactions, JdbcClient jdbc, PlaybookStore store, AuditLog audit) {
    return new PlaybookDesk(transactions, jdbc, store, audit);
  }

  @Bean
  Requests gateRequests(
      TransactionOperations transactions,
      JdbcClient jdbc,
      RequestStore store,
      ProposalChecker checker,
      ProposalStore proposals,
      Policy policy,
      AuditLog audit) {
    return new Requests(
        transactions,
        store,
        checker,
        new Asking(jdbc, store, proposals, policy, audit),
        new Withdrawals(jdbc, store, proposals, audit),
        audit);
  }

  @Bean
  Actuations gateActuations(
      TransactionOperations transactions,
      WarrantStore warrantStore,
      Warrants warrants,
      ProposalStore proposals,
      RequestStore requests,
      Mirrors mirrors,
      Policy policy,
      AuditLog audit,
      ObjectProvider<Actuator> actuators,
      PlaybookStore playbooks,
      PlaybookDesk desk,
      MeterRegistry meters) {
    Execution execution =
        new Execution(
            warrants,
            mirrors,
            new BaseDrift(policy.guarded()),
            requests,
            actuators.orderedStream().toList(),
            new Adoption(warrants, proposals, playbooks, desk));
    return new Actuations(
        transactions, warrantStore, proposals, execution, audit, new ActuationCounter(meters));
  }

  @Bean
  EventRelay gateEventRelay(
      TransactionOperations transactions,
      JdbcClient jdbc,
      AuditLog audit,
      ObjectProvider<Channel> channels) {
    return new EventRelay(
        transactions,
        jdbc,
        audit,
        new AnnouncementStore(jdbc),
        List.copyOf(byName(channels).keySet()));
  }

  @Bean
  Announcer gateAnnouncer(
      TransactionOperations transactions, JdbcClient jdbc, ObjectProvider<Channel> channels) {
    return new Announcer(transactions, new AnnouncementStore(jdbc), byName(channels));
  }

  @Bean
  CardRelay gateCardRelay(
      TransactionOperations transactions,
      JdbcClient jdbc,
      ProposalStore proposals,
      DecisionStore decisions,
      GateOrigin origin,
      ObjectProvider<Channel> channels) {
    return new CardRelay(
        transactions,
        new CardStore(jdbc),
        proposals,
        new AnnouncementStore(jdbc),
        new CardWriter(origin.publicUrl(), decisions),
        byName(channels));
  }

  private static Map<String, Channel> byName(ObjectProvider<Channel> channels) {
    return channels.orderedStream().collect(Collectors.toMap(Channel::name, Function.identity()));
  }

  @Bean
  Loop gateRequestLoop(Requests requests) {
    return new Loop("requests", OFTEN, requests::poll);
  }

  @Bean
  Loop gateActuationLoop(Actuations actuations) {
    return new Loop("actuations", OFTEN, actuations::poll);
  }

  @Bean
  Loop gateEventLoop(EventRelay relay) {
    return new Loop("events", OFTEN, relay::poll);
  }

  @Bean
  Loop gateAnnouncementLoop(Announcer announcer) {
    return new Loop("announcements", OFTEN, announcer::poll);
  }

  @Bean
  Loop gateCardLoop(CardRelay relay) {
    return new Loop("cards", OFTEN, relay::poll);
  }

  @Bean
  Loop gateAuditSizeLoop(AuditLog audit, MeterRegistry meters) {
    return new Loop("audit-size", SELDOM, new AuditSize(audit, meters)::look);
  }

  @Bean
  Loop gateExpiryLoop(TransactionOperations transactions, ProposalStore proposals, AuditLog audit) {
    return new Loop("expiry", EACH_SECOND, new Expiry(transactions, proposals, audit)::poll);
  }

  @Bean
  Loop gateMergeLoop(
      TransactionOperations transactions,
      ProposalStore proposals,
      Mirrors mirrors,
      AuditLog audit) {
    return new Loop(
        "merges", SELDOM, new MergeWatch(transactions, proposals, mirrors, audit)::poll);
  }
}
