package dev.inquest.lab.demo;

import dev.inquest.lab.serve.Access;
import dev.inquest.lab.story.Story;
import java.time.Clock;
import tools.jackson.databind.JsonNode;

/** The acts in their order. */
final class Play {
  private final Story story;
  private final Teller teller;
  private final Scenario scenario;
  private final Cure cure;
  private final Ending ending;

  Play(
      Story story,
      Surroundings around,
      Journal journal,
      Access access,
      Place place,
      Teller teller) {
    Clock clock = Clock.systemUTC();
    this.story = story;
    this.teller = teller;
    this.scenario = new Scenario(story, around, journal, access, teller, clock);
    this.cure = new Cure(story, scenario, around, journal, access, teller, clock);
    this.ending = new Ending(story, scenario, around, journal, place);
  }

  DemoResult play(boolean headless) throws Exception {
    scenario.baseline();
    scenario.deployAll();
    scenario.alert();
    if (story.control()) {
      JsonNode diagnosis = scenario.diagnosis();
      teller.headline("Diagnosis: %s".formatted(diagnosis.path("verdict").asString()));
    } else {
      cure.approve(headless);
      cure.deployFix();
    }
    scenario.resolve();
    JsonNode closed = scenario.closed();
    teller.headline("Inquest has closed the incident");
    return ending.gather(closed);
  }
}
