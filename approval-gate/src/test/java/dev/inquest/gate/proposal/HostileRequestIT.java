package dev.inquest.gate.proposal;

import static dev.inquest.gate.testing.Drafts.file;
import static dev.inquest.gate.testing.ShopRepository.MIGRATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.gate.testing.Drafts;
import dev.inquest.gate.testing.Gate;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of an agent that lies or was taken over: refused with a reason, nobody asked. */
class HostileRequestIT {
  private static final String SQL = MIGRATIONS + "/V11__orders_customer.sql";

  @TempDir static Path folder;
  private static Gate gate;

  @BeforeAll
  static void start() {
    gate = new Gate(folder);
  }

  /** So that the limits on asking do not fill up. */
  @AfterEach
  void forget() {
    gate.database.sql().sql("UPDATE gate.proposal SET state = 'expired', asked_at = NULL").update();
  }

  private Drafts good() {
    return Drafts.migration(gate.shop.head("main"));
  }

  private void refused(Drafts draft, String code) {
    Proposal proposal = gate.propose(draft);
    assertThat(proposal.reason()).startsWith(code + ":");
    assertThat(proposal.state()).isEqualTo(ProposalState.REFUSED);
  }

  @ParameterizedTest
  @CsvSource({
    "digest,0000",
    "approved,true",
    "risk,low",
    "targetBranch,main",
    "repository,/etc",
    "kind,MIGRATION",
    "kind,shell",
    "kind,",
    "service,",
    "message,",
    "rollback,"
  })
  void whatIsNoRequestIsMalformed(String key, String value) {
    refused(good().with(key, value), "request-malformed");
  }

  @Test
  void everythingIsBoundedAndOfItsType() {
    refused(good().with("files", "a file"), "request-malformed");
    refused(good().with("files", Map.of()), "request-malformed");
    refused(good().with("files", Collections.nCopies(51, file("a.sql", "x"))), "request-malformed");
    refused(good().with("evidence", Collections.nCopies(201, "e1")), "request-malformed");
    refused(good().with("stated", Map.of("deep", Map.of("a", "b"))), "request-malformed");
    refused(good().with("message", 7), "request-malformed");
    refused(good().with("title", "x".repeat(301)), "text-too-long");
    refused(good().with("description", "x".repeat(30_001)), "text-too-long");
    refused(good().with("description", "x".repeat(1 << 20)), "request-malformed");
    refused(
        good().with("files", List.of(file(SQL, Drafts.SQL), file(SQL, Drafts.SQL))),
        "request-malformed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\u202eb", "a\u200bb", "a\u0007b", "a\u001b[31mb", "a\rb", "a\ue000b", "a\nb"})
  void textThatReadsOtherwiseThanItIsIsUnsafe(String title) {
    refused(good().with("title", title), "text-unsafe");
  }

  @Test
  void onlyMappedServicesInModeProposeAreAskedFor() {
    refused(good().with("service", "unknown"), "service-unmapped");
    refused(good().with("service", "watched"), "mode-observe");
    refused(good().with("service", "homeless"), "repository-unmapped");
  }

  @Test
  void shapesNotInThePolicyAreRefused() {
    refused(good().with("kind", "config"), "shape-not-accepted");
  }

  @Test
  void playbooksStartFromThoseInUse() {
    refused(good().with("kind", "playbook"), "catalogue-changed");
  }

  @Test
  void aRequestForAnotherIncidentThanItsRowIsRefused() {
    UUID id = gate.request("inc-2", "propose", good().json());
    gate.requests.poll();
    assertThat(gate.answer(id).reason()).startsWith("incident-differs:");
  }

  @Test
  void citedEvidenceMustBeStored() {
    refused(good().with("evidence", List.of("e1")), "evidence-unknown");
  }

  @Test
  void theBaseMustBeOnTheBranch() {
    refused(good().with("baseSha", "main"), "commit-unknown");
    refused(good().with("baseSha", "0".repeat(40)), "commit-unknown");
    String side =
        gate.shop.commit(
            "side", gate.shop.head("main"), "Side", "Dev <dev@shop.test>", Map.of("a.txt", "a\n"));
    refused(good().with("baseSha", side), "commit-unknown");
  }

  @Test
  void aMigrationIsExactlyItsTwoNewFiles() {
    refused(good().with("files", List.of(file(SQL, Drafts.SQL))), "migration-form");
    refused(good().with("files", List.of()), "nothing-changes");
    refused(good().withExtra("src/main/java/Evil.java", "class Evil {}\n"), "migration-form");
    refused(good().withExtra("src/main/java/Shop.java", null), "migration-form");
    refused(
        good()
            .with(
                "files", List.of(file(SQL, Drafts.SQL), file(MIGRATIONS + "/x.conf", Drafts.CONF))),
        "migration-form");
    refused(
        good().with("files", List.of(file(SQL, Drafts.SQL), file(SQL + ".conf", "x=1\n"))),
        "sql-settings");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml",
        ".gitlab-ci.yml",
        "CODEOWNERS",
        ".gitmodules",
        ".github/workflows/x.yml",
        "hooks/post-receive"
      })
  void forbiddenPathsAreRefusedBesideAGoodMigration(String path) {
    refused(good().withExtra(path, "evil\n"), "path-forbidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x.sql",
        "/x.sql",
        "a//b",
        "a/./b",
        MIGRATIONS + "/../../x",
        "a\\b",
        "\uff0egit/x"
      })
  void pathsThatLeadElsewhereAreUnsafe(String path) {
    refused(good().withExtra(path, "evil\n"), "path-unsafe");
  }

  private Drafts at(String path) {
    return good().with("files", List.of(file(path, Drafts.SQL), file(path + ".conf", Drafts.CONF)));
  }

  @ParameterizedTest
  @CsvSource({
    "src/main/resources/V11__a.sql,migration-name",
    MIGRATIONS + "/sub/V11__a.sql,migration-name",
    MIGRATIONS + "/R__a.sql,migration-name",
    MIGRATIONS + "/U11__a.sql,migration-name",
    MIGRATIONS + "/v11__a.sql,migration-name",
    MIGRATIONS + "/V9__a.sql,migration-version",
    MIGRATIONS + "/V10__a.sql,migration-version",
    MIGRATIONS + "/V10.0__a.sql,migration-version",
    MIGRATIONS + "/V010__a.sql,migration-version",
    MIGRATIONS + "/V10__MORE.sql,migration-version",
    MIGRATIONS + "/V10__more.sql,migration-form"
  })
  void aMigrationLiesInItsFolderAboveEveryOther(String path, String code) {
    refused(at(path), code);
  }

  @Test
  void theSqlIsJudgedByTheGate() {
    refused(good().withSql("DROP TABLE orders;"), "sql-refused");
    refused(good().withSql(Drafts.SQL + "DROP TABLE orders;"), "sql-refused");
    refused(
        good().withSql(Drafts.SQL.replace("CREATE INDEX CONCURRENTLY", "CREATE INDEX")),
        "sql-refused");
    refused(good().withSql("-- x\r" + Drafts.SQL), "text-unsafe");
  }

  @Test
  void aFileThatIsAFolderAsWellIsRefusedAndHoldsNobodyUp() {
    UUID hostile =
        gate.request(
            "inc-1",
            "propose",
            good().with("files", List.of(file("a/b", "x\n"), file("a/b/c", "x\n"))).json());
    UUID next = gate.request("inc-1", "propose", good().json());
    gate.requests.poll();
    assertThat(gate.answer(hostile).state()).isEqualTo(ProposalState.REFUSED);
    assertThat(gate.answer(next).state()).isEqualTo(ProposalState.ASKED);
  }

  @ParameterizedTest
  @CsvSource({
    "low,medium",
    "medium,medium",
    "high,high",
    "' HIGH ',high",
    "harmless,high",
    "'',high"
  })
  void theStatedRiskCanOnlyRaiseTheGates(String stated, String risk) {
    Proposal proposal = gate.propose(good().with("stated", Map.of("risk", stated)));
    assertThat(proposal.risk().text()).isEqualTo(risk);
  }
}
