package dev.inquest.gate.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code gate.announcement}: which event each root message shows, and should. */
public final class AnnouncementStore {
  private final JdbcClient jdbc;

  public AnnouncementStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A root message that is behind.
   *
   * @param body of the event to show, JSON
   * @param earlier where it stands; null: nowhere yet
   */
  record Behind(
      String incident,
      String connector,
      long event,
      String body,
      java.time.Instant at,
      @Nullable Posted earlier,
      int attempts) {}

  void want(String incident, String connector, long event) {
    jdbc.sql(
            """
            INSERT INTO gate.announcement (incident, connector, event, next_try_at)
            VALUES (:incident, :connector, :event, clock_timestamp())
            ON CONFLICT (incident, connector) DO UPDATE
              SET event = greatest(gate.announcement.event, excluded.event), attempts = 0,
                next_try_at = clock_timestamp()
            """)
        .param("incident", incident)
        .param("connector", connector)
        .param("event", event)
        .update();
  }

  /** Locked, so that one replica posts it. */
  Optional<Behind> lockBehind(int maxAttempts) {
    return jdbc.sql(
            """
            SELECT a.incident, a.connector, a.event, e.body::text AS body, e.at,
              a.channel, a.message, a.workspace, a.attempts
            FROM gate.announcement a JOIN agent.event e ON e.id = a.event
            WHERE a.posted_event < a.event AND a.next_try_at <= clock_timestamp()
              AND a.attempts < :max
            ORDER BY a.next_try_at LIMIT 1 FOR UPDATE OF a SKIP LOCKED
            """)
        .param("max", maxAttempts)
        .query(AnnouncementStore::row)
        .optional();
  }

  void posted(Behind shown, Posted where) {
    jdbc.sql(
            """
            UPDATE gate.announcement SET posted_event = :event, channel = :channel,
              message = :message, workspace = :workspace, posted_at = clock_timestamp(), attempts = 0
            WHERE incident = :incident AND connector = :connector
            """)
        .param("event", shown.event())
        .param("channel", where.channel())
        .param("message", where.message())
        .param("workspace", where.workspace())
        .param("incident", shown.incident())
        .param("connector", shown.connector())
        .update();
  }

  void later(Behind shown, int attempts, Duration wait) {
    jdbc.sql(
            "UPDATE gate.announcement SET attempts = :attempts,"
                + " next_try_at = clock_timestamp() + make_interval(secs => :seconds)"
                + " WHERE incident = :incident AND connector = :connector")
        .param("attempts", attempts)
        .param("seconds", wait.toSeconds())
        .param("incident", shown.incident())
        .param("connector", shown.connector())
        .update();
  }

  /** Where the incident's root message stands in that channel. */
  Optional<Posted> root(String incident, String connector) {
    return jdbc.sql(
            "SELECT channel, message, workspace FROM gate.announcement"
                + " WHERE incident = :incident AND connector = :connector AND message IS NOT NULL")
        .param("incident", incident)
        .param("connector", connector)
        .query(Posted.class)
        .optional();
  }

  private static Behind row(ResultSet row, int number) throws SQLException {
    String message = row.getString("message");
    return new Behind(
        row.getString("incident"),
        row.getString("connector"),
        row.getLong("event"),
        row.getString("body"),
        row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
        message == null
            ? null
            : new Posted(row.getString("channel"), message, row.getString("workspace")),
        row.getInt("attempts"));
  }
}
