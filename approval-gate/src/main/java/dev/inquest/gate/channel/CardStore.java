package dev.inquest.gate.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code gate.card}: which revision of a proposal each channel shows. */
public final class CardStore {
  private final JdbcClient jdbc;

  public CardStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A card that is behind.
   *
   * @param where it stands; null: nowhere yet
   */
  record Behind(
      String proposal, String connector, String button, @Nullable Posted where, int attempts) {}

  /** A card for every asked proposal that has none in that channel; buttons are unguessable. */
  void createMissing(String connector) {
    jdbc.sql(
            """
            INSERT INTO gate.card (proposal, connector, button, next_try_at)
            SELECT p.id, :connector,
              replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), clock_timestamp()
            FROM gate.proposal p
            WHERE p.state = 'asked' AND NOT EXISTS (
              SELECT FROM gate.card c WHERE c.proposal = p.id AND c.connector = :connector)
            ON CONFLICT DO NOTHING
            """)
        .param("connector", connector)
        .update();
  }

  /**
   * Locked, so that one replica posts it; what is over a day old is left alone. A new card waits
   * ten seconds for its incident's root message, to stand in its thread.
   */
  Optional<Behind> lockBehind() {
    return jdbc.sql(
            """
            SELECT c.proposal, c.connector, c.button, c.channel, c.message, c.workspace, c.attempts
            FROM gate.card c JOIN gate.proposal p ON p.id = c.proposal
            WHERE c.revision < p.card_revision AND c.next_try_at <= clock_timestamp()
              AND p.created_at > clock_timestamp() - interval '1 day'
              AND (c.message IS NOT NULL
                OR p.created_at < clock_timestamp() - interval '10 seconds'
                OR EXISTS (SELECT FROM gate.announcement a WHERE a.incident = p.incident
                  AND a.connector = c.connector AND a.message IS NOT NULL))
            ORDER BY c.next_try_at LIMIT 1 FOR UPDATE OF c SKIP LOCKED
            """)
        .query(CardStore::row)
        .optional();
  }

  void shown(Behind card, Posted where, int revision) {
    jdbc.sql(
            """
            UPDATE gate.card SET revision = :revision, channel = :channel, message = :message,
              workspace = :workspace, posted_at = clock_timestamp(), attempts = 0
            WHERE proposal = :proposal AND connector = :connector
            """)
        .param("revision", revision)
        .param("channel", where.channel())
        .param("message", where.message())
        .param("workspace", where.workspace())
        .param("proposal", card.proposal())
        .param("connector", card.connector())
        .update();
  }

  void later(Behind card, Duration wait) {
    jdbc.sql(
            "UPDATE gate.card SET attempts = attempts + 1,"
                + " next_try_at = clock_timestamp() + make_interval(secs => :seconds)"
                + " WHERE proposal = :proposal AND connector = :connector")
        .param("seconds", wait.toSeconds())
        .param("proposal", card.proposal())
        .param("connector", card.connector())
        .update();
  }

  private static Behind row(ResultSet row, int number) throws SQLException {
    String message = row.getString("message");
    return new Behind(
        row.getString("proposal"),
        row.getString("connector"),
        row.getString("button"),
        message == null
            ? null
            : new Posted(row.getString("channel"), message, row.getString("workspace")),
        row.getInt("attempts"));
  }
}
