package dev.inquest.lab.demo;

import dev.inquest.lab.process.Waiting;
import dev.inquest.lab.serve.Access;
import dev.inquest.lab.serve.Agent;
import dev.inquest.lab.serve.Gate;
import dev.inquest.lab.shop.Watchman;
import dev.inquest.lab.story.Story;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What happens to the shop up to the alert, and what the alert becomes. Each step once a run. */
final class Scenario {
  private static final Duration BASELINE = Duration.ofSeconds(30);
  private static final Duration BEFORE_CULPRIT = Duration.ofSeconds(5);
  private static final Duration AFTER_CULPRIT = Duration.ofSeconds(3);
  private static final Duration FALSE_ALARM = Duration.ofSeconds(8);
  private static final Duration ALERT = Duration.ofSeconds(60);
  private static final Duration INCIDENT = Duration.ofSeconds(30);
  private static final Duration DIAGNOSIS = Duration.ofSeconds(200);
  private static final Duration CLOSING = Duration.ofSeconds(150);

  private final Story story;
  private final Surroundings around;
  private final Journal journal;
  private final Teller teller;
  private final Clock clock;
  private final Agent agent;
  private final Gate gate;
  private final Releases releases;

  Scenario(
      Story story,
      Surroundings around,
      Journal journal,
      Access access,
      Teller teller,
      Clock clock) {
    this.story = story;
    this.around = around;
    this.journal = journal;
    this.teller = teller;
    this.clock = clock;
    this.agent = new Agent(access);
    this.gate = new Gate(access);
    this.releases = new Releases(around, story, journal, agent, clock);
  }

  Agent agent() {
    return agent;
  }

  Gate gate() {
    return gate;
  }

  Releases releases() {
    return releases;
  }

  void baseline() throws Exception {
    releases.tellFirst();
    journal.once(
        "baseline",
        () -> {
          teller.say(
              "Customers arrive; learning what is normal for %d s".formatted(BASELINE.toSeconds()));
          Waiting.pause(BASELINE);
          Map<String, Double> normal = Watchman.baseline(around.load().samples());
          teller.say(
              "Normal is %.1f ms for 95 %% of requests to %s"
                  .formatted(normal.getOrDefault(page(), Double.NaN), page()));
          return Journal.JSON.valueToTree(normal);
        });
  }

  void deployAll() throws Exception {
    if (journal.has("after-told")) {
      return;
    }
    releases.release("before", story.before());
    teller.say("Deployed %s: %s".formatted(story.before().version(), story.before().title()));
    Waiting.pause(BEFORE_CULPRIT);
    releases.release("culprit", story.culprit());
    around.cpu().restart();
    teller.say("Deployed %s: %s".formatted(story.culprit().version(), story.culprit().title()));
    Waiting.pause(AFTER_CULPRIT);
    releases.release("after", story.after());
    teller.say("Deployed %s: %s".formatted(story.after().version(), story.after().title()));
  }

  /** Sends the alert when the monitor's rule says so; in a control, for no reason. */
  void alert() throws Exception {
    Watchman watchman = watchman();
    JsonNode alarm =
        journal.once("alert", () -> story.control() ? falseAlarm() : realAlarm(watchman));
    agent.alert(alarm().firing(alarm.path("startsAt").asString()));
    JsonNode incident =
        journal.once(
            "incident",
            () ->
                Journal.facts().put("id", await("the incident", INCIDENT, this::incidentOfAlert)));
    teller.headline("Incident %s is open".formatted(incident.path("id").asString()));
  }

  /** The first diagnosis that stands. */
  JsonNode diagnosis() {
    JsonNode incident =
        await(
            "a diagnosis",
            DIAGNOSIS,
            () -> agent.incident(incident()).filter(i -> i.path("diagnosis").isObject()));
    return incident.path("diagnosis");
  }

  /** Tells that the alert is over, when the monitor sees so. */
  void resolve() throws Exception {
    Watchman watchman = watchman();
    JsonNode resolved =
        journal.once(
            "resolved",
            () -> {
              if (!story.control()) {
                await(
                    "latency to return",
                    CLOSING,
                    () -> Optional.of(true).filter(calm -> watchman.calm(page())));
              }
              return Journal.facts().put("endsAt", clock.instant().toString());
            });
    agent.alert(
        alarm()
            .resolved(
                journal.get("alert").path("startsAt").asString(),
                resolved.path("endsAt").asString()));
    teller.say("The alert is resolved; Inquest watches whether it lasts");
  }

  /** The incident once Inquest has closed it and written its report. */
  JsonNode closed() {
    return await(
        "Inquest to close the incident",
        CLOSING,
        () ->
            agent
                .incident(incident())
                .filter(i -> i.path("state").asString("").equals("resolved"))
                .filter(i -> agent.report(incident(), "json").isPresent()));
  }

  String incident() {
    return journal.get("incident").path("id").asString();
  }

  String page() {
    return story.target().path();
  }

  Watchman watchman() {
    Map<String, Double> normal = new HashMap<>();
    journal
        .get("baseline")
        .properties()
        .forEach(e -> normal.put(e.getKey(), e.getValue().asDouble()));
    return new Watchman(around.load().samples(), clock, normal);
  }

  /** Waits, and stops at once where Inquest itself is gone. */
  <T> T await(String what, Duration limit, Supplier<Optional<T>> look) {
    return Waiting.until(
        what,
        limit,
        () -> {
          if (!around.inquest().alive()) {
            throw new IllegalStateException("Inquest has ended; see logs/inquest.log");
          }
          return look.get();
        });
  }

  private ObjectNode realAlarm(Watchman watchman) {
    Watchman.Breach breach = await("the monitor to notice", ALERT, watchman::breach);
    teller.headline(
        "ALERT: 95 %% of requests to %s take %.0f ms instead of %.1f ms"
            .formatted(breach.page(), breach.p95Millis(), breach.baselineMillis()));
    return Journal.facts()
        .put("startsAt", breach.since().toString())
        .put("sentAt", clock.instant().toString())
        .put("page", breach.page());
  }

  private ObjectNode falseAlarm() {
    Waiting.pause(FALSE_ALARM);
    teller.headline("ALERT: a false one; nothing is slow");
    Instant now = clock.instant();
    return Journal.facts().put("startsAt", now.toString()).put("sentAt", now.toString());
  }

  private Alarm alarm() {
    String page = journal.get("alert").path("page").asString("");
    return new Alarm(story, page.isEmpty() ? null : page);
  }

  private Optional<String> incidentOfAlert() {
    return agent
        .episode(alarm().fingerprint())
        .map(episode -> episode.path("incident").asString(""))
        .filter(id -> !id.isEmpty());
  }
}
