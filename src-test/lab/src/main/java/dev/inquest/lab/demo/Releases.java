package dev.inquest.lab.demo;

import dev.inquest.lab.serve.Agent;
import dev.inquest.lab.shop.Deployer.Deployed;
import dev.inquest.lab.story.Release;
import dev.inquest.lab.story.Story;
import java.time.Clock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The shop's release train: commits, deploys, and tells Inquest of each deploy. */
final class Releases {
  private final Surroundings around;
  private final Story story;
  private final Journal journal;
  private final Agent agent;
  private final Clock clock;

  Releases(Surroundings around, Story story, Journal journal, Agent agent, Clock clock) {
    this.around = around;
    this.story = story;
    this.journal = journal;
    this.agent = agent;
    this.clock = clock;
  }

  /** Once a release, also over several runs. */
  void release(String step, Release release) throws Exception {
    JsonNode commit = journal.once(step + "-commit", () -> commit(release));
    deploy(
        step,
        commit.path("commit").asString(),
        release.version(),
        release.author(),
        release.title());
  }

  /**
   * @param step of the journal
   */
  JsonNode deploy(String step, String commit, String version, String author, String title)
      throws Exception {
    JsonNode deployed =
        journal.once(step, () -> facts(around.deployer().deploy(commit, version, around.load())));
    journal.put("inService", Journal.facts().put("commit", commit).put("version", version));
    around.remember();
    tell(step, deployed, author, title);
    return deployed;
  }

  /** Of the release that runs when the story begins. */
  void tellFirst() throws Exception {
    tell("first", journal.get("first"), story.baseline().author(), story.baseline().title());
  }

  private void tell(String step, JsonNode deployed, String author, String title) throws Exception {
    journal.once(
        step + "-told",
        () -> {
          ObjectNode event =
              DeployEvent.of(
                  story.service(),
                  Journal.JSON.treeToValue(deployed, Deployed.class),
                  author,
                  title);
          agent.event(event);
          return Journal.facts().put("id", event.path("id").asString());
        });
  }

  private ObjectNode commit(Release release) throws Exception {
    return Journal.facts().put("commit", around.repository().commit(release, clock.instant()));
  }

  private static ObjectNode facts(Deployed deployed) {
    return Journal.JSON.valueToTree(deployed);
  }
}
