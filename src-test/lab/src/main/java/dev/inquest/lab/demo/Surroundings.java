package dev.inquest.lab.demo;

import dev.inquest.lab.process.Children;
import dev.inquest.lab.process.Remembered;
import dev.inquest.lab.serve.Access;
import dev.inquest.lab.serve.Configuration;
import dev.inquest.lab.serve.Inquest;
import dev.inquest.lab.shop.CpuMeter;
import dev.inquest.lab.shop.Deployer;
import dev.inquest.lab.shop.Deployer.Deployed;
import dev.inquest.lab.shop.Load;
import dev.inquest.lab.shop.PatientProcess;
import dev.inquest.lab.shop.ShopDatabase;
import dev.inquest.lab.shop.ShopRepository;
import dev.inquest.lab.shop.ShopRows;
import dev.inquest.lab.story.Release;
import dev.inquest.lab.story.Story;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything that runs: the shop with its database and customers, and Inquest. */
final class Surroundings implements AutoCloseable {
  private static final Duration BETWEEN_RELEASES = Duration.ofHours(31);

  private final Clock clock = Clock.systemUTC();
  private final Children children = new Children();
  private final Place place;
  private final Story story;
  private final Journal journal;
  private final Access access;
  private final ShopRepository repository;
  private final ShopDatabase database;
  private final Inquest inquest;
  private final Deployer deployer;
  private final Load load;
  private final CpuMeter cpu;

  /** Starts all of it; where an earlier run left things behind, from there. */
  @SuppressWarnings("resource") // each is handed to the children to stop
  Surroundings(Place place, Story story, Journal journal, Access access, Teller teller)
      throws Exception {
    this.place = place;
    this.story = story;
    this.journal = journal;
    this.access = access;
    try {
      repository =
          new ShopRepository(place.work().resolve("shop.git"), place.work().resolve("clone"));
      journal.once("repository", this::history);
      teller.say("Starting the shop's own PostgreSQL 18");
      database =
          ShopDatabase.start(
              place.work().resolve("database"), journal.get("run").path("database").asString());
      children.onEnd(database::close);
      cpu = new CpuMeter(database.pid());
      deployer =
          new Deployer(
              place.work().resolve("releases"),
              place.logs(),
              story.service(),
              repository,
              database,
              new PatientProcess.Otlp(access.agent().toString(), access.otlpToken()),
              clock);
      deployer.migrate(commit("repository"), story.baseline().version());
      inquest = startInquest(teller);
      journal.once("rows", () -> rows(teller));
      inquest.awaitReady();
      teller.say(
          "Inquest is ready: agent on %s, gate on %s".formatted(access.agent(), access.gate()));
      remember();
      startShop(teller);
      load = new Load(story, clock, deployer.running().address());
      children.onEnd(load::close);
      load.warmUp(deployer.running().address());
      remember();
    } catch (Exception e) {
      children.close();
      throw e;
    }
  }

  ShopRepository repository() {
    return repository;
  }

  ShopDatabase database() {
    return database;
  }

  Inquest inquest() {
    return inquest;
  }

  Deployer deployer() {
    return deployer;
  }

  Load load() {
    return load;
  }

  CpuMeter cpu() {
    return cpu;
  }

  /**
   * Writes down which processes are ours, so that a later run can stop what a crash left behind.
   */
  void remember() throws IOException {
    ArrayNode processes = Journal.JSON.createArrayNode();
    Stream.of(
            deployer.handle().stream(),
            Stream.of(inquest.handle()),
            inquest.handle().descendants(),
            Stream.of(ProcessHandle.of(database.pid()).orElseThrow()))
        .flatMap(handles -> handles)
        .map(Remembered::of)
        .forEach(process -> processes.add(Journal.JSON.<JsonNode>valueToTree(process)));
    journal.put("processes", processes);
  }

  @Override
  public void close() {
    children.close();
  }

  private ObjectNode history() throws Exception {
    repository.create();
    List<Release> history = story.history();
    String head = "";
    for (int i = 0; i < history.size(); i++) {
      Duration ago = BETWEEN_RELEASES.multipliedBy(history.size() - i);
      head = repository.commit(history.get(i), clock.instant().minus(ago));
    }
    return Journal.facts().put("commit", head);
  }

  private Inquest startInquest(Teller teller) throws IOException {
    Access.Folders folders = place.inquest();
    Configuration.write(
        folders,
        access,
        new Configuration.Service(
            story.service(),
            repository.bare(),
            database.url(),
            ShopDatabase.Role.WITNESS.username(),
            database.password()));
    teller.say("Starting Inquest: the agent and the gate, two processes with two database roles");
    Inquest started = Inquest.start(folders.configuration(), folders.log(), access);
    children.onEnd(started::stop);
    return started;
  }

  private ObjectNode rows(Teller teller) throws Exception {
    teller.say("Filling the shop with 1,000,000 orders, payments and shipments");
    ShopRows.fill(database);
    return Journal.facts().put("rows", true);
  }

  private void startShop(Teller teller) throws Exception {
    JsonNode last = journal.get("inService");
    String version = last.path("version").asString(story.baseline().version());
    String commit = last.path("commit").asString(commit("repository"));
    teller.say("Starting the shop: %s %s".formatted(story.service(), version));
    children.onEnd(deployer::close);
    Deployed deployed = deployer.deploy(commit, version, null);
    journal.once("first", () -> Journal.JSON.valueToTree(deployed));
  }

  private String commit(String step) {
    return journal.get(step).path("commit").asString();
  }
}
