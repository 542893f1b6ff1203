package dev.inquest.gate.testing;

import dev.inquest.gate.actuator.Actuations;
import dev.inquest.gate.actuator.BaseDrift;
import dev.inquest.gate.actuator.Execution;
import dev.inquest.gate.actuator.MergeWatch;
import dev.inquest.gate.audit.AuditLog;
import dev.inquest.gate.decision.Authors;
import dev.inquest.gate.decision.DecisionRules;
import dev.inquest.gate.decision.DecisionStore;
import dev.inquest.gate.decision.Decisions;
import dev.inquest.gate.decision.Pause;
import dev.inquest.gate.decision.People;
import dev.inquest.gate.decision.RecordedDecisions;
import dev.inquest.gate.metrics.ActuationCounter;
import dev.inquest.gate.metrics.CountedDecisions;
import dev.inquest.gate.playbook.Adoption;
import dev.inquest.gate.playbook.Catalogues;
import dev.inquest.gate.playbook.PlaybookDesk;
import dev.inquest.gate.playbook.PlaybookShape;
import dev.inquest.gate.playbook.PlaybookStore;
import dev.inquest.gate.policy.MigrationShape;
import dev.inquest.gate.policy.Policy;
import dev.inquest.gate.policy.PolicyReader;
import dev.inquest.gate.policy.SqlLinter;
import dev.inquest.gate.proposal.Asking;
import dev.inquest.gate.proposal.ChangeComputer;
import dev.inquest.gate.proposal.EvidenceRoot;
import dev.inquest.gate.proposal.Expiry;
import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.proposal.ProposalChecker;
import dev.inquest.gate.proposal.ProposalStore;
import dev.inquest.gate.proposal.RequestStore;
import dev.inquest.gate.proposal.Requests;
import dev.inquest.gate.proposal.Withdrawals;
import dev.inquest.gate.repository.Mirrors;
import dev.inquest.gate.warrant.SigningKey;
import dev.inquest.gate.warrant.WarrantStore;
import dev.inquest.gate.warrant.Warrants;
import dev.inquest.topology.Mode;
import dev.inquest.topology.ServiceEntry;
import dev.inquest.topology.ServiceMap;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole gate on a real database and repository, moved on by hand. */
public final class Gate {
  public static final List<People.Entry> PEOPLE =
      List.of(
          new People.Entry("ada", "U1", "ada@shop.test", Set.of("approver", "operator")),
          new People.Entry("grace", "U2", "grace@shop.test", Set.of("approver")),
          new People.Entry("dev", null, "dev@shop.test", Set.of()));

  public static final Catalogues CATALOGUES = new PlainCatalogues();

  public final GateDatabase database = GateDatabase.create();
  public final ShopRepository shop;
  public final PushingActuator actuator;
  public final SigningKey key = SigningKey.generate();
  public final People people = new People(PEOPLE, "T1");
  public final JdbcClient jdbc;
  public final TransactionTemplate transactions;
  public final AuditLog audit;
  public final ProposalStore proposals;
  public final RequestStore requestStore;
  public final WarrantStore warrantStore;
  public final DecisionStore decisionStore;
  public final Pause pause;
  public final Requests requests;
  public final MeterRegistry meters = new SimpleMeterRegistry();
  public final Decisions decisions;
  public final PlaybookStore playbooks;
  public final PlaybookDesk desk;
  public final Actuations actuations;
  public final Expiry expiry;
  public final MergeWatch merges;

  public Gate(Path folder) {
    this(folder, PolicyReader.builtIn());
  }

  public Gate(Path folder, Policy policy) {
    shop = ShopRepository.create(folder.resolve("shop.git"));
    actuator = new PushingActuator(shop);
    javax.sql.DataSource source = database.gate();
    JdbcClient client = JdbcClient.create(source);
    TransactionTemplate template = new TransactionTemplate(new JdbcTransactionManager(source));
    Mirrors mirrors = new Mirrors(folder.resolve("mirrors"), List.of());
    jdbc = client;
    transactions = template;
    audit = new AuditLog(client);
    proposals = new ProposalStore(client);
    requestStore = new RequestStore(client);
    warrantStore = new WarrantStore(client);
    decisionStore = new DecisionStore(client);
    pause = new Pause(client, template, audit);
    playbooks = new PlaybookStore(client, CATALOGUES);
    desk = new PlaybookDesk(template, client, playbooks, audit);
    ProposalChecker checker =
        new ProposalChecker(
            services(),
            policy,
            new ChangeComputer(mirrors, new MigrationShape(new SqlLinter(policy.uniqueIndexes()))),
            new EvidenceRoot(client),
            new PlaybookShape(playbooks, CATALOGUES));
    requests =
        new Requests(
            template,
            requestStore,
            checker,
            new Asking(client, requestStore, proposals, policy, audit),
            new Withdrawals(client, requestStore, proposals, audit),
            audit);
    Warrants warrants = new Warrants(warrantStore, key, policy);
    decisions =
        new CountedDecisions(
            new RecordedDecisions(
                template,
                client,
                proposals,
                decisionStore,
                new DecisionRules(policy, people, new Authors(mirrors)),
                warrants,
                pause,
                audit),
            proposals,
            meters);
    actuations =
        new Actuations(
            template,
            warrantStore,
            proposals,
            new Execution(
                warrants,
                mirrors,
                new BaseDrift(policy.guarded()),
                requestStore,
                List.of(actuator),
                new Adoption(warrants, proposals, playbooks, desk)),
            audit,
            new ActuationCounter(meters));
    expiry = new Expiry(template, proposals, audit);
    merges = new MergeWatch(template, proposals, mirrors, audit);
  }

  private ServiceMap services() {
    return new ServiceMap(
        List.of(
            service("shop", Mode.PROPOSE, shop.locator()),
            service("watched", Mode.OBSERVE, shop.locator()),
            service("homeless", Mode.PROPOSE, null)));
  }

  private static ServiceEntry service(String name, Mode mode, @Nullable String repository) {
    return new ServiceEntry(
        name,
        List.of(),
        null,
        repository,
        "main",
        List.of(),
        ShopRepository.MIGRATIONS,
        List.of(),
        List.of(),
        null,
        null,
        mode);
  }

  /** Puts a request where the agent would, as the agent. */
  public UUID request(String incident, String kind, String body) {
    UUID id = UUID.randomUUID();
    JdbcClient.create(database.agent())
        .sql(
            "INSERT INTO agent.proposal_request (id, incident, kind, body)"
                + " VALUES (:id, :incident, :kind, :body::jsonb)")
        .param("id", id)
        .param("incident", incident)
        .param("kind", kind)
        .param("body", body)
        .update();
    return id;
  }

  /** Asks, polls, and gives the one proposal that answers. */
  public Proposal propose(Drafts draft) {
    UUID id = request(draft.incident(), "propose", draft.json());
    requests.poll();
    return answer(id);
  }

  public Proposal answer(UUID request) {
    String id =
        database
            .sql()
            .sql("SELECT proposal FROM gate.request WHERE id = :id AND answered_at IS NOT NULL")
            .param("id", request)
            .query(String.class)
            .single();
    return proposals.find(id).orElseThrow();
  }

  public Proposal now(Proposal proposal) {
    return proposals.find(proposal.id()).orElseThrow();
  }

  /** Everything, newest first. */
  public List<Proposal> all() {
    return proposals.list(null, Instant.parse("9999-01-01T00:00:00Z"), 100);
  }
}
