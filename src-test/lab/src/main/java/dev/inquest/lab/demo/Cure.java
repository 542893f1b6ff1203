package dev.inquest.lab.demo;

import dev.inquest.lab.serve.Access;
import dev.inquest.lab.serve.Approver;
import dev.inquest.lab.shop.ShopRepository;
import dev.inquest.lab.story.Story;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From the proposal to the deployed fix: the approver's part and the deployer's. */
final class Cure {
  private static final Duration PROPOSAL = Duration.ofSeconds(200);
  private static final Duration HUMAN = Duration.ofHours(2);
  private static final Duration MERGE_REQUEST = Duration.ofSeconds(60);
  private static final Set<String> GRANTED = Set.of("approved", "opened", "merged");
  private static final Set<String> OVER =
      Set.of("rejected", "expired", "withdrawn", "failed", "refused");

  private final Story story;
  private final Scenario scenario;
  private final Surroundings around;
  private final Journal journal;
  private final Access access;
  private final Teller teller;
  private final Clock clock;

  Cure(
      Story story,
      Scenario scenario,
      Surroundings around,
      Journal journal,
      Access access,
      Teller teller,
      Clock clock) {
    this.story = story;
    this.scenario = scenario;
    this.around = around;
    this.journal = journal;
    this.access = access;
    this.teller = teller;
    this.clock = clock;
  }

  void approve(boolean headless) throws Exception {
    JsonNode proposal =
        journal.once(
            "proposal", () -> (ObjectNode) scenario.await("a proposal", PROPOSAL, this::asked));
    String id = proposal.path("id").asString();
    if (journal.has("approved")) {
      return;
    }
    teller.headline("Inquest proposes: %s".formatted(proposal.path("title").asString(id)));
    if (headless) {
      teller.say(
          "Headless: signing in on the gate as '%s' and sending the form of %s, as a click would"
              .formatted(access.person(), scenario.gate().page(id)));
      if (!GRANTED.contains(state(id))) {
        new Approver(access).approve(id, "approved by the demo's headless approver");
      }
    } else {
      teller.headline("Read and decide: %s".formatted(scenario.gate().page(id)));
      teller.say(
          "Sign in as '%s' with password '%s'".formatted(access.person(), access.password()));
      teller.say(
          "The evidence: %s (any name, password '%s')"
              .formatted(scenario.agent().page(scenario.incident()), access.apiToken()));
    }
    journal.once("approved", () -> approved(id));
  }

  private ObjectNode approved(String id) {
    String state =
        scenario.await(
            "a decision",
            HUMAN,
            () -> Optional.of(state(id)).filter(s -> GRANTED.contains(s) || OVER.contains(s)));
    if (OVER.contains(state)) {
      throw new IllegalStateException("the proposal was " + state + ": nothing is changed");
    }
    return Journal.facts().put("seenAt", clock.instant().toString());
  }

  /** Merges the merge request, migrates with Flyway and deploys, as the shop's deployer would. */
  void deployFix() throws Exception {
    JsonNode request =
        journal.once(
            "mergeRequest",
            () -> (ObjectNode) scenario.await("a merge request", MERGE_REQUEST, this::open));
    String commit = request.path("commit").asString();
    teller.say(
        "Merge request %s: %s"
            .formatted(request.path("branch").asString(), request.path("title").asString()));
    Proof proof = new Proof(around.database(), story.target());
    journal.once(
        "fault",
        () ->
            Journal.facts()
                .put("databaseCpuPercent", around.cpu().percent())
                .put("p95Millis", scenario.watchman().p95(scenario.page()).orElseThrow())
                .put("statementMillis", proof.statementMillis()));
    journal.once(
        "merged",
        () -> {
          around.repository().fastForward(commit);
          new MergeRequests(around.repository().bare()).merged(request.path("branch").asString());
          return Journal.facts().put("commit", commit);
        });
    teller.say("Merged; Flyway migrates, then the release is deployed");
    JsonNode deployed =
        scenario
            .releases()
            .deploy(
                "fix", commit, fixVersion(), "deployer", request.path("title").asString("the fix"));
    teller.say(
        "Deployed the fix after %d migration; database was at %.0f %% CPU during the fault"
            .formatted(
                deployed.path("migrations").asInt(),
                journal.get("fault").path("databaseCpuPercent").asDouble()));
  }

  private String fixVersion() {
    return story.after().version().replaceAll("\\.\\d+$", ".1");
  }

  private Optional<JsonNode> asked() {
    List<JsonNode> proposals = scenario.gate().proposals(scenario.incident());
    for (JsonNode proposal : proposals) {
      if (proposal.path("state").asString("").equals("refused")) {
        throw new IllegalStateException(
            "the gate refused the proposal: " + proposal.path("reason").asString("?"));
      }
    }
    return proposals.stream().filter(p -> !OVER.contains(p.path("state").asString(""))).findFirst();
  }

  private String state(String id) {
    return scenario.gate().proposal(id).map(p -> p.path("state").asString("")).orElse("");
  }

  private Optional<JsonNode> open() {
    try {
      return new MergeRequests(around.repository().bare())
          .all().stream()
              .filter(request -> request.path("target").asString("").equals(ShopRepository.BRANCH))
              .findFirst();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
