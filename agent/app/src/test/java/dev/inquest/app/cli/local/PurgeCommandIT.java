package dev.inquest.app.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.cli.CommandRun;
import dev.inquest.app.testing.AppDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class PurgeCommandIT {
  private final AppDatabase database = AppDatabase.fresh();
  private final JdbcClient owner = database.asOwner();

  @TempDir private Path folder;

  @BeforeEach
  void keepSomeOldAndSomeNew() {
    owner
        .sql(
            """
            INSERT INTO agent.delivery (source, dedup_key, received_at, headers, body, state)
            SELECT 'alertmanager', kind || n, now() - age, '{}', '\\x00', state
            FROM (VALUES ('old', interval '31 days', 'interpreted'), ('new', interval '29 days', 'interpreted'),
                         ('waiting', interval '31 days', 'received')) AS d (kind, age, state),
                 generate_series(1, 2) AS n
            """)
        .update();
    owner
        .sql(
            """
            INSERT INTO agent.database_baseline (target, kind, at, content)
            VALUES ('shop', 'statements', now() - interval '25 hours', '[]'), ('shop', 'statements', now(), '[]')
            """)
        .update();
    owner
        .sql(
            """
            INSERT INTO agent.incident (id, state, title, opened_at, started_at)
            VALUES ('inc-done', 'resolved', 'x', now(), now()), ('inc-open', 'open', 'x', now(), now())
            """)
        .update();
    owner
        .sql(
            """
            INSERT INTO agent.investigation (id, incident, revision, state, reason, started_at, deadline, queries_left)
            SELECT gen_random_uuid(), id, 1, 'done', 'alert', now(), now(), 1 FROM agent.incident
            """)
        .update();
    owner
        .sql(
            """
            INSERT INTO agent.evidence (incident, id, investigation, kind, source, at, query, summary, derived_from,
                                        facts, sha256, size_bytes, content)
            SELECT incident, 'e1', id, 'metric', 'recorder', now() - interval '91 days', 'q', 's', '{}', '{}', 'x', 0,
                   '\\x00'
            FROM agent.investigation
            """)
        .update();
  }

  @Test
  void countsThenDeletesAndNeverWhatIsStillNeeded() {
    CommandRun counted = purge("--dry-run");

    assertThat(counted.code()).isZero();
    assertCounts(counted, 2, 1, 1);
    assertThat(rows("agent.delivery")).isEqualTo(6);

    CommandRun purged = purge();

    assertCounts(purged, 2, 1, 1);
    assertThat(rows("agent.delivery")).isEqualTo(4);
    assertThat(rows("agent.evidence")).isEqualTo(1);
    assertThat(rows("agent.database_baseline")).isEqualTo(1);
    assertThat(rows("agent.delivery WHERE state = 'received'")).isEqualTo(2);
    assertCounts(purge(), 0, 0, 0);
  }

  private static void assertCounts(CommandRun run, int deliveries, int evidence, int samples) {
    assertThat(run.json().get("kinds").findValuesAsString("count").subList(0, 3))
        .containsExactly("" + deliveries, "" + evidence, "" + samples);
    assertThat(run.json().get("kinds").findValuesAsString("kind"))
        .containsExactly("deliveries", "evidence", "database samples", "telemetry segments");
  }

  private CommandRun purge(String... more) {
    String config =
        CommandRun.config(
            folder,
            """
            spring: {datasource: {url: '%s'}}
            inquest: {home: HOME, database: {agent: {password: trusted}}}
            """
                .formatted(database.agent().url()));
    String[] arguments = {"purge", "--config", config, "-o", "json"};
    return CommandRun.of(
        java.util.stream.Stream.of(arguments, more)
            .flatMap(java.util.Arrays::stream)
            .toArray(String[]::new));
  }

  private int rows(String from) {
    return owner.sql("SELECT count(*) FROM " + from).query(Integer.class).single();
  }
}
