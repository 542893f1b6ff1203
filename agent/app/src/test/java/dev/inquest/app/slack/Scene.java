package dev.inquest.app.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.testing.AlertBodies;
import dev.inquest.app.testing.AppDatabase;
import dev.inquest.app.testing.ScriptedEngine;
import dev.inquest.app.testing.TestAgent;
import dev.inquest.app.testing.TestGate;
import dev.inquest.app.testing.Until;
import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Details;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.diagnosis.Onset;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.investigation.ProposeResult;
import dev.inquest.investigation.Stage;
import dev.inquest.kit.PublishedSlack;
import dev.inquest.proposal.ProposalDraft;
import dev.inquest.proposal.ProposalKind;
import dev.inquest.proposal.ProposedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Agent, gate, database, repository and Slack, all running; the engine alone is scripted. */
final class Scene implements AutoCloseable {
  static final String SQL =
      """
      SET lock_timeout = '5s';
      DROP INDEX CONCURRENTLY IF EXISTS orders_customer;
      CREATE INDEX CONCURRENTLY orders_customer ON orders (customer);
      """;
  static final String FILE = "db/migration/V2__orders_customer.sql";
  static final String CONF = "executeInTransaction=false\n";
  static final String ADA = "U0ADA0001";
  static final String GRACE = "U0GRACE01";

  /** In the list of people, without a role. */
  static final String DEV = "U0DEV0001";

  private static final Pattern APPROVE =
      Pattern.compile("\"action_id\":\"approve\"[^}]*\"value\":\"([^\"]+)\"");

  final AppDatabase database = AppDatabase.fresh();
  final BareShop shop;
  final PublishedSlack slack = new PublishedSlack();
  final TestAgent agent;
  final TestGate gate;
  final Clicker clicker;

  /**
   * @param policy of the gate
   */
  Scene(Path folder, String policy) throws Exception {
    shop = BareShop.in(folder);
    gate = TestGate.start(database, folder.resolve("gate-home"), gateSettings(folder, policy));
    clicker = new Clicker(gate.at("/slack/interactions"));
    agent =
        TestAgent.start(
            database,
            new ScriptedEngine()
                .before(Stage.PROPOSE, this::awaitRoot)
                .concludes(identified())
                .proposes(new ProposeResult.Draft(draft(shop.head("main")))),
            agentSettings());
  }

  /** A real investigation takes longer than the first message. */
  private void awaitRoot() {
    Until.holds("Slack was told of the incident", () -> !slack.messages.isEmpty());
  }

  private Map<String, String> service() {
    Map<String, String> settings = new HashMap<>();
    settings.put("inquest.mode", "propose");
    settings.put("inquest.services[0].name", "checkout");
    settings.put("inquest.services[0].repository", shop.locator());
    settings.put("inquest.services[0].migrations", "db/migration");
    return settings;
  }

  private Map<String, String> agentSettings() {
    Map<String, String> settings = service();
    settings.put("inquest.intake.alertmanager.token", "am-token");
    return settings;
  }

  private Map<String, String> gateSettings(Path folder, String policy) throws Exception {
    Map<String, String> settings = service();
    settings.put(
        "inquest.gate.policy", Files.writeString(folder.resolve("policy.yml"), policy).toString());
    settings.put(
        "inquest.gate.local-user.password-file",
        Files.writeString(folder.resolve("password"), "of nobody here").toString());
    settings.put("inquest.slack.signing-secret", Clicker.SECRET);
    settings.put("inquest.slack.bot-token", PublishedSlack.TOKEN);
    settings.put("inquest.slack.channel", PublishedSlack.CHANNEL);
    settings.put("inquest.slack.team", PublishedSlack.TEAM);
    settings.put("inquest.slack.api-url", slack.apiUrl());
    person(settings, 0, "ada", ADA).put("inquest.gate.approvers[0].roles[0]", "approver");
    person(settings, 1, "grace", GRACE).put("inquest.gate.approvers[1].roles[0]", "approver");
    person(settings, 2, "dev", DEV);
    return settings;
  }

  private static Map<String, String> person(
      Map<String, String> settings, int index, String person, String user) {
    settings.put("inquest.gate.approvers[" + index + "].person", person);
    settings.put("inquest.gate.approvers[" + index + "].slack-user", user);
    return settings;
  }

  private static Diagnosis identified() {
    Cause cause =
        new Cause(
            "checkout", null, CauseKind.DEPLOY, "c1", null, 0.9, List.of("e3"), "h1", "It did it.");
    Instant about = Instant.now().minusSeconds(60);
    Onset onset = new Onset(about.minusSeconds(2), about.plusSeconds(2));
    return new Diagnosis.Identified(
        "c1 did it.",
        new Details(
            List.of(cause), List.of(), onset, "checkout", List.of(), null, List.of(), "Slow."));
  }

  private static ProposalDraft draft(String base) {
    return new ProposalDraft(
        ProposalKind.MIGRATION,
        "set by the engine",
        "checkout",
        base,
        List.of(new ProposedFile(FILE, SQL), new ProposedFile(FILE + ".conf", CONF)),
        null,
        "Index orders by customer",
        "Index orders by customer",
        "Orders are looked up by customer, and nothing helps.",
        "DROP INDEX CONCURRENTLY orders_customer;",
        List.of("e3"),
        Map.of("verdict", "Act: orders are scanned whole.", "cause", "release 2"));
  }

  /** Sends the alert, and waits until Slack shows the card; gives the value of its buttons. */
  String asked() {
    agent.alertmanager(AlertBodies.firing("Slow", "checkout", Instant.now().toString()));
    Until.holds("Slack shows a card", () -> button().isPresent());
    Until.holds(
        "the gate knows where",
        () -> !texts("SELECT message FROM gate.card WHERE message IS NOT NULL").isEmpty());
    assertThat(slack.messages).hasSize(2);
    assertThat(slack.messages.getLast().parameters())
        .containsEntry("channel", PublishedSlack.CHANNEL)
        .containsEntry("thread_ts", slack.messages.getFirst().ts());
    return button().orElseThrow();
  }

  /** What stands behind the buttons now. */
  Optional<String> button() {
    return slack.messages.stream()
        .map(message -> APPROVE.matcher(message.parameters().getOrDefault("blocks", "")))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }

  void awaitState(String state) {
    Until.holds("the proposal is " + state, () -> state().equals(state) || unexpected(state));
  }

  private boolean unexpected(String wanted) {
    if (List.of("refused", "failed").contains(state())) {
      throw new AssertionError(
          "not " + wanted + ": " + texts("SELECT reason FROM gate.proposal").getFirst());
    }
    return false;
  }

  String state() {
    List<String> states = texts("SELECT state FROM gate.proposal");
    return states.isEmpty() ? "" : states.getFirst();
  }

  /** Who decided what, and where. */
  List<String> decisions() {
    return texts("SELECT person || ' ' || decision || ' ' || via FROM gate.decision ORDER BY id");
  }

  List<String> texts(String sql) {
    return database.asOwner().sql(sql).query(String.class).list();
  }

  @Override
  public void close() {
    agent.close();
    gate.close();
    clicker.close();
    slack.close();
  }
}
