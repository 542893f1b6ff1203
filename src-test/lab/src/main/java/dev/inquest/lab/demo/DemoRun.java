package dev.inquest.lab.demo;

import dev.inquest.lab.process.Remembered;
import dev.inquest.lab.process.Waiting;
import dev.inquest.lab.serve.Access;
import dev.inquest.lab.story.Story;
import dev.inquest.lab.story.Storyteller;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One run from its first baseline to the report, or the rest of one that was cut off. */
final class DemoRun {
  private static final Duration OTHER_RUN = Duration.ofMinutes(5);
  private static final Duration STOPPING = Duration.ofSeconds(20);

  private final Options options;
  private final Teller teller;
  private final Place place;

  DemoRun(Options options, Teller teller) {
    this.options = options;
    this.teller = teller;
    this.place = new Place(options.folder());
  }

  DemoResult run() throws Exception {
    if (!options.resume()) {
      refuseSecond();
      return fresh(options.seed() == null ? Keys.seed() : options.seed(), options.control());
    }
    awaitOther();
    if (Files.exists(place.result())) {
      teller.say("That run has ended; this is its answer");
      return DemoResult.read(place.result());
    }
    if (Files.notExists(place.journal())) {
      throw new IllegalStateException("there is nothing to resume in " + place.folder());
    }
    return resumed(Journal.read(place.journal()));
  }

  private DemoResult fresh(long seed, boolean control) throws Exception {
    place.clear();
    place.create();
    Journal journal = Journal.empty(place.journal());
    ObjectNode run = Journal.facts();
    run.put("seed", seed).put("control", control).put("database", Keys.token());
    run.set("access", Journal.JSON.valueToTree(Keys.access()));
    journal.put("run", run);
    return play(journal);
  }

  private DemoResult resumed(Journal journal) throws Exception {
    teller.say("Going on where the run was cut off");
    for (JsonNode process : journal.get("processes")) {
      stop(Journal.JSON.treeToValue(process, Remembered.class));
    }
    if (!journal.has("rows")) {
      JsonNode run = journal.get("run");
      return fresh(run.path("seed").asLong(), run.path("control").asBoolean());
    }
    return play(journal);
  }

  private DemoResult play(Journal journal) throws Exception {
    journal.put("demo", Journal.JSON.valueToTree(Remembered.of(ProcessHandle.current())));
    JsonNode run = journal.get("run");
    Story story = Storyteller.tell(run.path("seed").asLong(), run.path("control").asBoolean());
    Access access = Journal.JSON.treeToValue(run.path("access"), Access.class);
    teller.say("Seed %d: the service is called %s".formatted(story.seed(), story.service()));
    DemoResult result;
    try (Surroundings around = new Surroundings(place, story, journal, access, teller)) {
      result = new Play(story, around, journal, access, place, teller).play(options.headless());
    } catch (Exception e) {
      teller.say(
          "Cut off; `inquest demo --resume` goes on from here (%s)".formatted(place.folder()));
      throw e;
    }
    result.write(place.result());
    Place.remove(place.work());
    Files.deleteIfExists(place.journal());
    teller.headline("Done%s".formatted(result.right() ? "" : ", and wrong: " + result.wrong()));
    return result;
  }

  private void refuseSecond() {
    Optional<ProcessHandle> other = other();
    if (other.isPresent()) {
      throw new IllegalStateException(
          "a demo is running in "
              + place.folder()
              + " (process "
              + other.get().pid()
              + "); --keep chooses another folder");
    }
  }

  private void awaitOther() {
    if (other().isPresent()) {
      teller.say("The run is still going on; waiting for its end");
      Waiting.until(
          "the other demo to end",
          OTHER_RUN,
          () -> Optional.of(true).filter(x -> other().isEmpty()));
    }
  }

  private Optional<ProcessHandle> other() {
    if (Files.notExists(place.journal())) {
      return Optional.empty();
    }
    try {
      JsonNode demo = Journal.read(place.journal()).get("demo");
      return demo.isObject()
          ? Journal.JSON.treeToValue(demo, Remembered.class).find()
          : Optional.empty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void stop(Remembered process) {
    process
        .find()
        .ifPresent(handle -> {
          handle.destroy();
          try {
            Waiting.until(
                "process " + handle.pid() + " to end",
                STOPPING,
                () -> Optional.of(true).filter(x -> !handle.isAlive()));
          } catch (IllegalStateException e) {
            handle.destroyForcibly();
          }
        });
  }
}
