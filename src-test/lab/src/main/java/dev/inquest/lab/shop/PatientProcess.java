package dev.inquest.lab.shop;

import dev.inquest.lab.process.Child;
import dev.inquest.lab.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One instance of the shop service, in a JVM of its own. */
public final class PatientProcess {
  private static final Duration START = Duration.ofSeconds(40);
  private static final String LISTENING = "listening ";

  private final Child child;
  private final URI address;

  private PatientProcess(Child child, URI address) {
    this.child = child;
    this.address = address;
  }

  /**
   * Where telemetry goes.
   *
   * @param url without a path
   */
  public record Otlp(String url, String token) {}

  static PatientProcess start(
      Path checkout, String instance, String version, ShopDatabase database, Otlp otlp, Path log)
      throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATIENT_RELEASE", checkout.toString());
    environment.put("PATIENT_INSTANCE", instance);
    environment.put("PATIENT_VERSION", version);
    environment.put("PATIENT_OTLP", otlp.url());
    environment.put("PATIENT_OTLP_TOKEN", otlp.token());
    environment.put("PATIENT_DATABASE_URL", database.url());
    environment.put("PATIENT_DATABASE_USER", ShopDatabase.Role.SHOP_APP.username());
    environment.put("PATIENT_DATABASE_PASSWORD", database.password());
    Child child = Child.start(command(), environment, log);
    try {
      return new PatientProcess(child, Waiting.until("the shop to start", START, () -> at(child)));
    } catch (IllegalStateException e) {
      child.stop();
      throw e;
    }
  }

  public URI address() {
    return address;
  }

  public ProcessHandle handle() {
    return child.handle();
  }

  public boolean alive() {
    return child.alive();
  }

  public void stop() {
    child.stop();
  }

  private static List<String> command() throws IOException {
    Path target = Installation.root().resolve("src-test/patient/target");
    if (Files.notExists(target.resolve("classes"))) {
      throw new IOException("no patient is built in " + target);
    }
    return List.of(
        Child.java(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "-Xmx192m",
        "-cp",
        target.resolve("classes") + ":" + target.resolve("lib") + "/*",
        "dev.inquest.patient.Main");
  }

  private static Optional<URI> at(Child child) {
    if (!child.alive()) {
      throw new IllegalStateException("the shop ended at once; see " + child.log());
    }
    try {
      return Files.readAllLines(child.log()).stream()
          .filter(line -> line.startsWith(LISTENING))
          .map(line -> URI.create("http://127.0.0.1:" + line.substring(LISTENING.length())))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
