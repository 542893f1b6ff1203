package dev.inquest.gate.channel;

import dev.inquest.gate.audit.AuditLog;
import dev.inquest.gate.audit.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads the agent's events once each: into the audit chain, and to every channel. Ids are given
 * before the commit, so an event may appear below one already read; for an hour it is still found.
 */
public final class EventRelay {
  private static final String READER = "relay";
  private static final int BATCH = 100;

  private final TransactionOperations transactions;
  private final JdbcClient jdbc;
  private final AuditLog audit;
  private final AnnouncementStore announcements;
  private final List<String> channels;

  /**
   * @param channels their names
   */
  public EventRelay(
      TransactionOperations transactions,
      JdbcClient jdbc,
      AuditLog audit,
      AnnouncementStore announcements,
      List<String> channels) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.audit = audit;
    this.announcements = announcements;
    this.channels = List.copyOf(channels);
  }

  private record Event(long id, String kind, @Nullable String incident, String body) {}

  /** One round. */
  public void poll() {
    transactions.executeWithoutResult(_ -> relay());
  }

  private void relay() {
    long floor = lockFloor();
    List<Event> events = unread(floor);
    for (Event event : events) {
      jdbc.sql("INSERT INTO gate.relayed_event (event) VALUES (:id)")
          .param("id", event.id())
          .update();
      String incident = event.incident();
      if (incident != null) {
        channels.forEach(channel -> announcements.want(incident, channel, event.id()));
      }
    }
    raiseFloor(floor);
    events.forEach(this::append);
  }

  /** Also keeps other replicas from reading at the same time. */
  private long lockFloor() {
    jdbc.sql(
            "INSERT INTO gate.event_cursor (reader, last_id) VALUES (:reader, 0)"
                + " ON CONFLICT (reader) DO NOTHING")
        .param("reader", READER)
        .update();
    return jdbc.sql("SELECT last_id FROM gate.event_cursor WHERE reader = :reader FOR UPDATE")
        .param("reader", READER)
        .query(Long.class)
        .single();
  }

  private List<Event> unread(long floor) {
    return jdbc.sql(
            """
            SELECT e.id, e.kind, e.incident, e.body::text AS body FROM agent.event e
            WHERE e.id > :floor
              AND NOT EXISTS (SELECT FROM gate.relayed_event r WHERE r.event = e.id)
            ORDER BY e.id LIMIT :limit
            """)
        .param("floor", floor)
        .param("limit", BATCH)
        .query(EventRelay::event)
        .list();
  }

  private void raiseFloor(long floor) {
    jdbc.sql(
            """
            UPDATE gate.event_cursor SET last_id = greatest(last_id, coalesce((
              SELECT max(e.id) FROM agent.event e JOIN gate.relayed_event r ON r.event = e.id
              WHERE e.id > :floor AND e.at < clock_timestamp() - interval '1 hour'), 0))
            WHERE reader = :reader
            """)
        .param("floor", floor)
        .param("reader", READER)
        .update();
    jdbc.sql("DELETE FROM gate.relayed_event WHERE event <= :floor").param("floor", floor).update();
  }

  private void append(Event event) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("event", event.id());
    payload.put("kind", event.kind());
    payload.put("incident", event.incident());
    payload.put("body_sha256", Sha256.hex(event.body()));
    audit.append("agent-event", Long.toString(event.id()), payload);
  }

  private static Event event(ResultSet row, int number) throws SQLException {
    return new Event(
        row.getLong("id"), row.getString("kind"), row.getString("incident"), row.getString("body"));
  }
}
