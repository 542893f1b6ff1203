package dev.inquest.app.storage;

import dev.inquest.investigation.Stage;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Investigations and the committed results of their stages. */
@Repository
public class Investigations {
  private final JdbcClient jdbc;

  public Investigations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One that a worker claimed.
   *
   * @param attempt the worker's; whoever claims later takes the run away
   * @param playbooks the version it follows: a digest, or {@code built-in}
   */
  public record Claimed(
      UUID id,
      String incident,
      int revision,
      String reason,
      int attempt,
      Instant startedAt,
      Instant deadline,
      int queriesLeft,
      String playbooks) {}

  /** The newest one of an incident. */
  public record Newest(UUID id, int revision, String state, String reason, Instant deadline) {}

  public void insert(
      UUID id, String incident, String reason, Instant at, Instant deadline, int queries) {
    jdbc.sql(
            """
            INSERT INTO agent.investigation (id, incident, revision, state, reason, started_at,
              deadline, queries_left)
            SELECT :id, :incident, coalesce(max(revision), 0) + 1, 'running', :reason, :at,
              :deadline, :queries
            FROM agent.investigation WHERE incident = :incident
            """)
        .param("id", id)
        .param("incident", incident)
        .param("reason", reason)
        .param("at", Rows.at(at))
        .param("deadline", Rows.at(deadline))
        .param("queries", queries)
        .update();
  }

  /**
   * Takes the run over from whoever had it; empty where it no longer runs.
   *
   * @param playbooks the version to follow, unless an earlier worker began with another
   */
  public Optional<Claimed> claim(UUID id, String playbooks) {
    return jdbc.sql(
            """
            UPDATE agent.investigation
            SET attempt = attempt + 1, playbooks = coalesce(playbooks, :playbooks)
            WHERE id = :id AND state = 'running'
            RETURNING incident, revision, reason, attempt, started_at, deadline, queries_left, playbooks
            """)
        .param("playbooks", playbooks)
        .param("id", id)
        .query((row, n) ->
            new Claimed(
                id,
                row.getString("incident"),
                row.getInt("revision"),
                row.getString("reason"),
                row.getInt("attempt"),
                Rows.instant(row, "started_at"),
                Rows.instant(row, "deadline"),
                row.getInt("queries_left"),
                row.getString("playbooks")))
        .optional();
  }

  /**
   * The compare-and-set of a stage: holds only for the worker whose attempt is the newest, and only
   * where the stage was not committed before. Call it first in the committing transaction.
   *
   * @return false where the worker lost the run
   */
  public boolean commit(
      Claimed run, Stage stage, String resultJson, long tookMillis, int queriesLeft, Instant at) {
    int owned =
        jdbc.sql(
                """
                UPDATE agent.investigation SET queries_left = :queries
                WHERE id = :id AND attempt = :attempt AND state = 'running'
                """)
            .param("queries", queriesLeft)
            .param("id", run.id())
            .param("attempt", run.attempt())
            .update();
    return owned == 1
        && jdbc.sql(
                    """
                    INSERT INTO agent.stage_result
                      (investigation, stage, attempt, result, took_ms, committed_at)
                    VALUES (:id, :stage, :attempt, CAST(:result AS jsonb), :took, :at)
                    ON CONFLICT (investigation, stage) DO NOTHING
                    """)
                .param("id", run.id())
                .param("stage", lower(stage))
                .param("attempt", run.attempt())
                .param("result", resultJson)
                .param("took", tookMillis)
                .param("at", Rows.at(at))
                .update()
            == 1;
  }

  /**
   * @param state done, failed or superseded
   */
  public void end(UUID id, String state, @Nullable String error, Instant at) {
    jdbc.sql(
            """
            UPDATE agent.investigation SET state = :state, error = :error, ended_at = :at
            WHERE id = :id AND state = 'running'
            """)
        .param("state", state)
        .param("error", error)
        .param("at", Rows.at(at))
        .param("id", id)
        .update();
  }

  /** The version of the playbooks that a run follows; empty before its first worker. */
  public Optional<String> playbooks(UUID id) {
    return jdbc.sql("SELECT playbooks FROM agent.investigation WHERE id = :id AND playbooks <> ''")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /** Committed results as JSON. */
  public Map<Stage, String> results(UUID id) {
    Map<Stage, String> results = new EnumMap<>(Stage.class);
    jdbc.sql("SELECT stage, result FROM agent.stage_result WHERE investigation = :id")
        .param("id", id)
        .query(row -> {
          Stage stage = Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT));
          results.put(stage, row.getString("result"));
        });
    return results;
  }

  public Optional<Newest> newest(String incident) {
    return jdbc.sql(
            """
            SELECT id, revision, state, reason, deadline FROM agent.investigation
            WHERE incident = :i ORDER BY revision DESC LIMIT 1
            """)
        .param("i", incident)
        .query((row, n) ->
            new Newest(
                row.getObject("id", UUID.class),
                row.getInt("revision"),
                row.getString("state"),
                row.getString("reason"),
                Rows.instant(row, "deadline")))
        .optional();
  }

  /** Those that run, whichever incident. */
  public List<UUID> running() {
    return jdbc.sql("SELECT id FROM agent.investigation WHERE state = 'running'")
        .query(UUID.class)
        .list();
  }

  private static String lower(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }
}
