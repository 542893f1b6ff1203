package dev.inquest.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.lab.process.Child;
import dev.inquest.lab.process.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The whole demo, with agent, gate and demo killed in the middle of the investigation.
 *
 * <p>Not run by {@code verify}: it has not been seen green yet.
 */
class ResumeByHand {
  private static final Duration TO_INCIDENT = Duration.ofMinutes(4);
  private static final Duration TO_END = Duration.ofMinutes(8);

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void stopWhatStillRuns() {
    for (Process process : started) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }

  @Test
  void aKilledInvestigationEndsWithTheSameIncidentAndOneMergeRequest() throws Exception {
    Path demo = folder.resolve("demo");
    Process first = demo(demo, "first", "--seed", "4");
    String incident = Waiting.until("an incident", TO_INCIDENT, () -> incident(demo, first));
    agentAndGate(first).forEach(ProcessHandle::destroyForcibly);
    first.destroyForcibly().waitFor();

    Process second = demo(demo, "second", "--resume");
    assertThat(second.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS)).isTrue();

    assertThat(second.exitValue()).as(said("second")).isZero();
    JsonNode answer = Journal.JSON.readTree(Files.readString(folder.resolve("second.json")));
    assertThat(answer.path("incident").asString()).isEqualTo(incident);
    assertThat(answer.at("/diagnosis/verdict").asString()).isEqualTo("identified");
    assertThat(answer.at("/mergeRequest/files").size()).isEqualTo(2);
    assertThat(demo.resolve("repository/.git")).isDirectory();
    assertThat(demo.resolve("work")).doesNotExist();
  }

  private Process demo(Path keep, String name, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Child.java(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.inquest.lab.Main",
                "demo",
                "--headless",
                "-o",
                "json",
                "--keep",
                keep.toString()));
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve(name + ".json").toFile())
            .redirectError(folder.resolve(name + ".log").toFile())
            .start();
    started.add(process);
    return process;
  }

  private Optional<String> incident(Path demo, Process process) {
    if (!process.isAlive()) {
      throw new IllegalStateException("the demo ended early: " + said("first"));
    }
    Path journal = demo.resolve("journal.json");
    try {
      return Files.exists(journal)
          ? Optional.of(Journal.read(journal).get("incident").path("id").asString(""))
              .filter(id -> !id.isEmpty())
          : Optional.empty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Stream<ProcessHandle> agentAndGate(Process demo) {
    return demo.descendants()
        .filter(
            handle -> handle.info().arguments().map(List::of).orElse(List.of()).contains("--role"));
  }

  private String said(String name) {
    try {
      return Files.readString(folder.resolve(name + ".log"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
