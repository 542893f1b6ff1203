package dev.inquest.lab.serve;

import dev.inquest.lab.process.Child;
import dev.inquest.lab.process.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code inquest serve} as a child process: its supervisor, which starts the agent and the gate.
 */
public final class Inquest {
  private static final Duration START = Duration.ofSeconds(90);
  private static final String READY = "/actuator/health/readiness";

  private final Child child;
  private final Http agent;
  private final Http gate;

  private Inquest(Child child, Access access) {
    this.child = child;
    this.agent = new Http(access.agent());
    this.gate = new Http(access.gate());
  }

  public static Inquest start(Path configuration, Path log, Access access) throws IOException {
    List<String> command =
        List.of(
            Child.java(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.inquest.app.cli.Main",
            "serve",
            "--config",
            configuration.toString());
    return new Inquest(Child.start(command, Map.of(), log), access);
  }

  public void awaitReady() {
    Waiting.until(
        "Inquest to be ready",
        START,
        () -> {
          if (!child.alive()) {
            throw new IllegalStateException("Inquest ended while starting; see " + child.log());
          }
          return Optional.of(true).filter(ready -> ready());
        });
  }

  /** Whether both processes say that they are. */
  public boolean ready() {
    return agent.status(READY) == 200 && gate.status(READY) == 200;
  }

  public boolean alive() {
    return child.alive();
  }

  public ProcessHandle handle() {
    return child.handle();
  }

  public void stop() {
    child.stop();
  }
}
