package dev.inquest.app.storage;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The durable inbox, {@code agent.delivery}. */
@Repository
public class Deliveries {
  /** What waits to be interpreted is never forgotten. */
  private static final String BEFORE =
      " FROM agent.delivery WHERE received_at < :limit AND state <> 'received'";

  private final JdbcClient jdbc;

  public Deliveries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param headers a JSON object of allow-listed headers
   */
  @SuppressWarnings("ArrayRecordComponent") // Carried, never compared.
  public record NewDelivery(
      String source, String dedupKey, Instant receivedAt, String headers, byte[] body) {}

  /** A stored one, waiting to be interpreted. */
  @SuppressWarnings("ArrayRecordComponent") // Carried, never compared.
  public record Waiting(long id, String source, Instant receivedAt, byte[] body, int attempts) {}

  /** The new row's id, or empty where that notification was stored before. */
  public OptionalLong insert(NewDelivery delivery) {
    Optional<Long> id =
        jdbc.sql(
                """
                INSERT INTO agent.delivery (source, dedup_key, received_at, headers, body)
                VALUES (:source, :key, :at, CAST(:headers AS jsonb), :body)
                ON CONFLICT (source, dedup_key) DO NOTHING RETURNING id
                """)
            .param("source", delivery.source())
            .param("key", delivery.dedupKey())
            .param("at", Rows.at(delivery.receivedAt()))
            .param("headers", delivery.headers())
            .param("body", delivery.body())
            .query(Long.class)
            .optional();
    return id.isPresent() ? OptionalLong.of(id.get()) : OptionalLong.empty();
  }

  /** The oldest waiting one that no other worker holds, locked until the transaction ends. */
  public Optional<Waiting> lockNext() {
    return jdbc.sql(
            """
            SELECT id, source, received_at, body, attempts FROM agent.delivery
            WHERE state = 'received' ORDER BY attempts, id LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
        .query((row, n) ->
            new Waiting(
                row.getLong("id"),
                row.getString("source"),
                Rows.instant(row, "received_at"),
                row.getBytes("body"),
                row.getInt("attempts")))
        .optional();
  }

  /**
   * @param state interpreted or ignored
   */
  public void finish(long id, String state, Instant at) {
    jdbc.sql("UPDATE agent.delivery SET state = :state, interpreted_at = :at WHERE id = :id")
        .param("state", state)
        .param("at", Rows.at(at))
        .param("id", id)
        .update();
  }

  /** Counts a failed try; after {@code maxAttempts} the row waits for a human. */
  public void failed(long id, String error, int maxAttempts) {
    jdbc.sql(
            """
            UPDATE agent.delivery SET attempts = attempts + 1, error = :error,
              state = CASE WHEN attempts + 1 >= :max THEN 'failed' ELSE state END
            WHERE id = :id AND state = 'received'
            """)
        .param("error", CleanText.of(error, 500))
        .param("max", maxAttempts)
        .param("id", id)
        .update();
  }

  public int deleteBefore(Instant limit) {
    return jdbc.sql("DELETE" + BEFORE).param("limit", Rows.at(limit)).update();
  }

  /** How many {@link #deleteBefore} would delete. */
  public int countBefore(Instant limit) {
    return jdbc.sql("SELECT count(*)" + BEFORE)
        .param("limit", Rows.at(limit))
        .query(Integer.class)
        .single();
  }
}
