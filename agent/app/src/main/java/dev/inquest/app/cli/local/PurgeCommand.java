package dev.inquest.app.cli.local;

import dev.inquest.app.cli.ConfigOption;
import dev.inquest.app.cli.ExitCodes;
import dev.inquest.app.cli.output.Output;
import dev.inquest.app.config.Settings;
import dev.inquest.app.postgres.EmbeddedServer;
import dev.inquest.app.postgres.Login;
import dev.inquest.app.recorder.RecorderPurge;
import dev.inquest.app.serve.HomeLock;
import dev.inquest.app.storage.Deliveries;
import dev.inquest.app.storage.EvidenceRows;
import dev.inquest.app.storage.Retention;
import dev.inquest.app.storage.StoredBaselineStore;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code inquest purge}: forgets by kind what is older than it is kept; the audit never. */
@Command(
    name = "purge",
    mixinStandardHelpOptions = true,
    description = {
      "Deletes what is older than its kind is kept: deliveries 30 days, evidence of resolved",
      "incidents 90 days, database samples a day, recorded telemetry inquest.recorder.max-age. The",
      "audit is never purged. A running agent does the same every hour."
    })
public final class PurgeCommand implements Callable<Integer> {
  private static final Duration SIGN_IN = Duration.ofSeconds(15);

  private final Clock clock;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private Output output = new Output();

  @Option(names = "--dry-run", description = "Only count.")
  private boolean dryRun;

  public PurgeCommand() {
    this(Clock.systemUTC());
  }

  PurgeCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = config.load();
    List<Purged.Kind> kinds = new ArrayList<>(database(settings));
    List<String> skipped = new ArrayList<>();
    if (HomeLock.holder(settings.home()).isPresent()) {
      skipped.add("recorded telemetry is the running Inquest's to drop");
    } else {
      kinds.add(telemetry(settings));
    }
    output.print(new Purged(dryRun, kinds, skipped));
    return ExitCodes.DONE;
  }

  private List<Purged.Kind> database(Settings settings) throws IOException, InterruptedException {
    if (settings.databaseUrl() == null && !EmbeddedServer.isMade(settings.home())) {
      return List.of();
    }
    try (WorkDatabase database = WorkDatabase.open(settings, output::say)) {
      return rows(database.login("agent"));
    }
  }

  /** Signing in at a server that is silent must end; deleting much may take long. */
  private List<Purged.Kind> rows(Login agent) {
    try {
      agent.connect(SIGN_IN).close();
      return purge(agent);
    } catch (SQLException | DataAccessException e) {
      throw new FailureException(
          Failure.transientFailure(
              "purge",
              agent.toString(),
              "cannot purge as " + agent + ": " + e.getMessage() + " (try: inquest doctor)"),
          e);
    }
  }

  private List<Purged.Kind> purge(Login agent) throws SQLException {
    try (Connection connection = agent.connect()) {
      JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      Retention retention =
          new Retention(
              new Deliveries(jdbc), new EvidenceRows(jdbc), new StoredBaselineStore(jdbc), clock);
      List<Retention.Overdue> overdue = dryRun ? retention.overdue() : retention.purge();
      return overdue.stream()
          .map(each -> new Purged.Kind(each.kind(), each.kept().toDays(), each.count()))
          .toList();
    }
  }

  private Purged.Kind telemetry(Settings settings) throws IOException {
    Duration kept = DurationStyle.detectAndParse(settings.get("inquest.recorder.max-age", "31d"));
    int segments =
        new RecorderPurge(settings.home().resolve("recorder"))
            .before(clock.instant().minus(kept), dryRun);
    return new Purged.Kind("telemetry segments", kept.toDays(), segments);
  }
}
