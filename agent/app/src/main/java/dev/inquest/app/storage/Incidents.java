package dev.inquest.app.storage;

import dev.inquest.incident.HumanLabel;
import dev.inquest.incident.IncidentState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Incidents. Their ids rise with time, so they are also the order of a list. */
@Repository
public class Incidents {
  private final JdbcClient jdbc;

  public Incidents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param openedAt of the first delivery
   * @param startedAt when the first of its alerts began, as far as that makes sense
   * @param mttr JSON: phase lengths in seconds; null while open
   */
  public record Incident(
      String id,
      IncidentState state,
      @Nullable String service,
      String title,
      Instant openedAt,
      Instant startedAt,
      @Nullable Instant resolvedAt,
      @Nullable HumanLabel label,
      @Nullable String mttr) {}

  public void insert(
      String id,
      IncidentState state,
      @Nullable String service,
      String title,
      Instant openedAt,
      Instant startedAt) {
    jdbc.sql(
            """
            INSERT INTO agent.incident (id, state, service, title, opened_at, started_at)
            VALUES (:id, :state, :service, :title, :opened, :started)
            """)
        .param("id", id)
        .param("state", lower(state))
        .param("service", service)
        .param("title", title)
        .param("opened", Rows.at(openedAt))
        .param("started", Rows.at(startedAt))
        .update();
  }

  /** Moves the start back where an alert that joined began earlier. */
  public void startedBy(String id, Instant startsAt) {
    jdbc.sql(
            "UPDATE agent.incident SET started_at = least(started_at, :at), version = version + 1"
                + " WHERE id = :id")
        .param("at", Rows.at(startsAt))
        .param("id", id)
        .update();
  }

  /**
   * @return whether it was open until now
   */
  public boolean resolve(String id, Instant at, String mttrJson) {
    return jdbc.sql(
                """
                UPDATE agent.incident SET state = 'resolved', resolved_at = :at,
                  mttr = CAST(:mttr AS jsonb), version = version + 1
                WHERE id = :id AND state IN ('open', 'suppressed')
                """)
            .param("at", Rows.at(at))
            .param("mttr", mttrJson)
            .param("id", id)
            .update()
        > 0;
  }

  public boolean label(String id, HumanLabel label) {
    return jdbc.sql(
                """
                UPDATE agent.incident SET label = CAST(:label AS jsonb), version = version + 1
                WHERE id = :id
                """)
            .param("label", StoredJson.write(label))
            .param("id", id)
            .update()
        > 0;
  }

  public Optional<Incident> find(String id) {
    return jdbc.sql("SELECT * FROM agent.incident WHERE id = :id")
        .param("id", id)
        .query(Incidents::read)
        .optional();
  }

  /** Locks the row until the transaction ends. */
  public Optional<Incident> lock(String id) {
    return jdbc.sql("SELECT * FROM agent.incident WHERE id = :id FOR UPDATE")
        .param("id", id)
        .query(Incidents::read)
        .optional();
  }

  /** Those not resolved, newest first, at most {@code max}. */
  public List<Incident> unresolved(int max) {
    return jdbc.sql(
            "SELECT * FROM agent.incident WHERE state <> 'resolved' ORDER BY id DESC LIMIT :max")
        .param("max", max)
        .query(Incidents::read)
        .list();
  }

  /** Newest first, those with an id below {@code before}. */
  public List<Incident> page(@Nullable String before, int max) {
    return jdbc.sql(
            """
            SELECT * FROM agent.incident WHERE (CAST(:before AS text) IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :max
            """)
        .param("before", before)
        .param("max", max)
        .query(Incidents::read)
        .list();
  }

  public int countOpen() {
    return jdbc.sql("SELECT count(*) FROM agent.incident WHERE state = 'open'")
        .query(Integer.class)
        .single();
  }

  private static String lower(IncidentState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static Incident read(ResultSet row, int n) throws SQLException {
    String label = row.getString("label");
    return new Incident(
        row.getString("id"),
        IncidentState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("service"),
        row.getString("title"),
        Rows.instant(row, "opened_at"),
        Rows.instant(row, "started_at"),
        Rows.instantOrNull(row, "resolved_at"),
        label == null ? null : StoredJson.read(label, HumanLabel.class),
        row.getString("mttr"));
  }
}
