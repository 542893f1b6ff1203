package dev.inquest.lab.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.lab.process.Waiting;
import dev.inquest.lab.story.Release;
import dev.inquest.lab.story.Story;
import dev.inquest.lab.story.Storyteller;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop alone: its release decides what runs, and what runs tells about itself. */
class ShopIT {
  private static final Duration LIMIT = Duration.ofSeconds(40);

  @TempDir Path folder;

  @Test
  void aForgottenIndexIsFeltAndToldAndItsMigrationMendsIt() throws Exception {
    Story story = Storyteller.tell(Long.getLong("story.seed", 11L), false);
    ShopRepository repository =
        new ShopRepository(folder.resolve("shop.git"), folder.resolve("clone"));
    repository.create();
    for (Release release : story.history()) {
      repository.commit(release, Instant.now().minus(Duration.ofDays(3)));
    }
    try (OtlpSink sink = new OtlpSink();
        ShopDatabase database = ShopDatabase.start(folder.resolve("database"), "secret")) {
      Deployer deployer =
          new Deployer(
              folder.resolve("releases"),
              folder.resolve("logs"),
              story.service(),
              repository,
              database,
              new PatientProcess.Otlp(sink.url(), OtlpSink.TOKEN),
              Clock.systemUTC());
      try (deployer) {
        faultAndCure(story, repository, deployer, database, sink);
      }
    }
  }

  private void faultAndCure(
      Story story,
      ShopRepository repository,
      Deployer deployer,
      ShopDatabase database,
      OtlpSink sink)
      throws Exception {
    deployer.migrate(repository.head(), story.baseline().version());
    ShopRows.fill(database);
    deployer.deploy(repository.head(), story.baseline().version(), null);
    String page = story.target().path();
    CpuMeter cpu = new CpuMeter(database.pid());
    try (Load load = new Load(story, Clock.systemUTC(), deployer.running().address())) {
      load.warmUp(deployer.running().address());
      Map<String, Double> baseline = baseline(load, page);
      Watchman watchman = new Watchman(load.samples(), Clock.systemUTC(), baseline);
      deployer.deploy(
          repository.commit(story.culprit(), Instant.now()), story.culprit().version(), load);
      cpu.restart();
      Watchman.Breach breach =
          Waiting.until(
              "the alert", LIMIT, () -> watchman.breach().filter(b -> b.page().equals(page)));
      System.out.printf(
          "%s: p95 %.1f ms instead of %.1f ms, database at %.0f %% CPU%n",
          story.target(), breach.p95Millis(), breach.baselineMillis(), cpu.percent());
      assertThat(breach.p95Millis()).isGreaterThan(3 * breach.baselineMillis());
      Release mended = Storyteller.tell(story.seed(), true).culprit();
      Deployer.Deployed fix =
          deployer.deploy(repository.commit(mended, Instant.now()), "fixed", load);
      assertThat(fix.migrations()).isEqualTo(1);
      Waiting.until("calm", LIMIT, () -> Optional.of(true).filter(x -> watchman.calm(page)));
      assertThat(load.samples().failures()).isZero();
    }
    told(story, sink);
    witnessCannotWrite(database);
  }

  private static void told(Story story, OtlpSink sink) {
    assertThat(sink.refused).isEmpty();
    assertThat(sink.resources)
        .contains(
            "service.name=" + story.service(), "service.version=" + story.culprit().version());
    assertThat(sink.metrics)
        .contains("http.server.requests", "hikaricp.connections.usage", "process.cpu.usage");
    assertThat(sink.spans)
        .anySatisfy(span ->
            assertThat(span.getAttributesList())
                .anySatisfy(attribute -> {
                  assertThat(attribute.getKey()).isEqualTo("db.query.text");
                  assertThat(attribute.getValue().getStringValue())
                      .contains("WHERE " + story.target().column() + " = ?");
                }));
    assertThat(sink.logs).anySatisfy(log -> assertThat(log).contains("\"severityText\":\"INFO\""));
  }

  private static void witnessCannotWrite(ShopDatabase database) throws Exception {
    try (var connection = database.connect(ShopDatabase.Role.WITNESS);
        var statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT count(*), bool_or(has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE'))"
                    + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE n.nspname = 'public' AND c.relkind = 'r'")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isGreaterThanOrEqualTo(4);
      assertThat(rows.getBoolean(2)).isFalse();
    }
  }

  private static Map<String, Double> baseline(Load load, String page) {
    Instant warm = Instant.now();
    return Waiting.until(
        "a baseline",
        LIMIT,
        () ->
            Optional.of(Watchman.baseline(load.samples()))
                .filter(normal -> normal.containsKey(page))
                .filter(normal -> warm.plusSeconds(25).isBefore(Instant.now())));
  }
}
