package dev.inquest.gate;

import dev.inquest.gate.actuator.Actuator;
import dev.inquest.gate.audit.AuditLog;
import dev.inquest.gate.decision.Authors;
import dev.inquest.gate.decision.DecisionRules;
import dev.inquest.gate.decision.DecisionStore;
import dev.inquest.gate.decision.Decisions;
import dev.inquest.gate.decision.LocalUserSetup;
import dev.inquest.gate.decision.LocalUsers;
import dev.inquest.gate.decision.Pause;
import dev.inquest.gate.decision.People;
import dev.inquest.gate.decision.RecordedDecisions;
import dev.inquest.gate.metrics.CountedDecisions;
import dev.inquest.gate.policy.Policy;
import dev.inquest.gate.proposal.ProposalStore;
import dev.inquest.gate.repository.FirstFetch;
import dev.inquest.gate.repository.Mirrors;
import dev.inquest.gate.warrant.Checkpoints;
import dev.inquest.gate.warrant.KeyFile;
import dev.inquest.gate.warrant.SigningKey;
import dev.inquest.gate.warrant.WarrantStore;
import dev.inquest.gate.warrant.Warrants;
import dev.inquest.gate.web.ApiToken;
import dev.inquest.gate.web.GateOrigin;
import dev.inquest.gate.web.GateSecurity;
import dev.inquest.gate.web.GateWeb;
import dev.inquest.topology.ServiceMap;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole gate. It needs a data source that signs in as the gate's role, a {@code ServiceMap} and
 * a {@code Clock}; it takes every {@link Actuator} and every {@code Channel} there is.
 */
@Configuration(proxyBeanMethods = false)
@Import({GateSecurity.class, GateWeb.class, GateLoops.class})
public class GateConfiguration {
  @Bean
  GateSettings gateSettings(Environment environment) {
    return new GateSettings(environment);
  }

  @Bean
  Policy gatePolicy(GateSettings settings) {
    return settings.policy();
  }

  @Bean
  GateOrigin gateOrigin(GateSettings settings) {
    return new GateOrigin(settings.publicUrl(), settings.agentUrl());
  }

  @Bean
  List<ApiToken> gateTokens(GateSettings settings) {
    return settings.tokens();
  }

  @Bean
  People gatePeople(GateSettings settings) {
    return settings.people();
  }

  @Bean
  SigningKey gateSigningKey(GateSettings settings) {
    return settings
        .warrantKey()
        .map(SigningKey::fromPem)
        .orElseGet(() -> KeyFile.readOrCreate(settings.home().resolve("warrant-key.pem")));
  }

  @Bean
  Mirrors gateMirrors(GateSettings settings) {
    return new Mirrors(settings.home().resolve("mirrors"), settings.remotes());
  }

  @Bean
  ApplicationListener<ApplicationReadyEvent> gateFirstFetch(ServiceMap services, Mirrors mirrors) {
    return _ -> new FirstFetch(services, mirrors).begin();
  }

  @Bean
  TransactionOperations gateTransactions(PlatformTransactionManager manager) {
    return new TransactionTemplate(manager);
  }

  @Bean
  AuditLog gateAudit(JdbcClient jdbc) {
    return new AuditLog(jdbc);
  }

  @Bean
  Checkpoints gateCheckpoints(AuditLog audit, SigningKey key) {
    return new Checkpoints(audit, key);
  }

  @Bean
  ProposalStore gateProposals(JdbcClient jdbc) {
    return new ProposalStore(jdbc);
  }

  @Bean
  DecisionStore gateDecisionStore(JdbcClient jdbc) {
    return new DecisionStore(jdbc);
  }

  @Bean
  WarrantStore gateWarrantStore(JdbcClient jdbc) {
    return new WarrantStore(jdbc);
  }

  @Bean
  Warrants gateWarrants(WarrantStore store, SigningKey key, Policy policy) {
    return new Warrants(store, key, policy);
  }

  @Bean
  Pause gatePause(JdbcClient jdbc, TransactionOperations transactions, AuditLog audit) {
    return new Pause(jdbc, transactions, audit);
  }

  @Bean
  DecisionRules gateDecisionRules(Policy policy, People people, Mirrors mirrors) {
    return new DecisionRules(policy, people, new Authors(mirrors));
  }

  @Bean
  Decisions gateDecisions(
      TransactionOperations transactions,
      JdbcClient jdbc,
      ProposalStore proposals,
      DecisionStore decisions,
      DecisionRules rules,
      Warrants warrants,
      Pause pause,
      AuditLog audit,
      MeterRegistry meters) {
    Decisions recorded =
        new RecordedDecisions(
            transactions, jdbc, proposals, decisions, rules, warrants, pause, audit);
    return new CountedDecisions(recorded, proposals, meters);
  }

  @Bean
  LocalUsers gateLocalUsers(JdbcClient jdbc) {
    return new LocalUsers(jdbc);
  }

  @Bean
  ApplicationRunner gateLocalUser(
      GateSettings settings, LocalUsers users, PasswordEncoder encoder, People people) {
    return _ -> {
      String person = settings.localPerson();
      Set<String> roles =
          people.byPerson(person).map(each -> each.roles()).orElse(Set.of("approver", "operator"));
      new LocalUserSetup(users, encoder, System.err)
          .ensure(person, roles, settings.localPasswordFile());
    };
  }
}
