package dev.inquest.lab.shop;

import dev.inquest.lab.process.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a commit into service: checks it out, migrates the database with Flyway, starts an instance,
 * turns customers to it and stops the one before.
 */
public final class Deployer implements AutoCloseable {
  private static final Duration DRAIN = Duration.ofMillis(700);

  /**
   * What is in service.
   *
   * @param at when the instance began to serve
   */
  public record Deployed(
      String commit, String version, String instance, Instant at, int migrations) {}

  private final Path folder;
  private final Path logs;
  private final String service;
  private final ShopRepository repository;
  private final ShopDatabase database;
  private final PatientProcess.Otlp otlp;
  private final Clock clock;
  private @Nullable PatientProcess running;

  public Deployer(
      Path folder,
      Path logs,
      String service,
      ShopRepository repository,
      ShopDatabase database,
      PatientProcess.Otlp otlp,
      Clock clock) {
    this.folder = folder;
    this.logs = logs;
    this.service = service;
    this.repository = repository;
    this.database = database;
    this.otlp = otlp;
    this.clock = clock;
  }

  /** Migrates only: before there are rows, so before anything can serve. */
  public void migrate(String commit, String version) throws IOException {
    Migrations.apply(checkout(commit, version), database);
  }

  /**
   * @param load where there are no customers yet, null
   */
  public Deployed deploy(String commit, String version, @Nullable Load load) throws IOException {
    Path checkout = checkout(commit, version);
    int migrations = Migrations.apply(checkout, database);
    String instance = service + "-" + Long.toString(clock.millis(), 36);
    PatientProcess next =
        PatientProcess.start(
            checkout, instance, version, database, otlp, logs.resolve(instance + ".log"));
    PatientProcess before = running;
    running = next;
    Instant at = clock.instant();
    if (load != null) {
      load.warmUp(next.address());
      load.pointAt(next.address());
    }
    if (before != null) {
      Waiting.pause(DRAIN);
      before.stop();
    }
    return new Deployed(commit, version, instance, at, migrations);
  }

  public PatientProcess running() {
    if (running == null) {
      throw new IllegalStateException("nothing is deployed");
    }
    return running;
  }

  public Optional<ProcessHandle> handle() {
    return Optional.ofNullable(running).map(PatientProcess::handle);
  }

  @Override
  public void close() {
    if (running != null) {
      running.stop();
    }
  }

  private Path checkout(String commit, String version) throws IOException {
    Files.createDirectories(logs);
    Path checkout = folder.resolve(version + "-" + commit.substring(0, 8));
    if (Files.notExists(checkout)) {
      repository.export(commit, checkout);
    }
    return checkout;
  }
}
