package dev.inquest.app.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The durable inbox, {@code agent.delivery}. */
@Repository
public class Deliveries {
  /** What waits to be interpreted is never forgotten. */
  private static final String BEFORE =
      " FROM agent.delivery WHERE received_at < :limit AND state <> 'received'";

  private static final String STORED =
      "SELECT id, source, received_at, state, attempts, error, interpreted_at,"
          + " octet_length(body) AS bytes FROM agent.delivery ";

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

  /**
   * One as people see it, without its bytes.
   *
   * @param state received, interpreted, ignored or failed
   * @param bytes of the body
   * @param error why the last try failed
   */
  public record Stored(
      long id,
      String source,
      Instant received,
      String state,
      int attempts,
      @Nullable String error,
      @Nullable Instant interpreted,
      long bytes) {}

  /** A stored one, held by the caller's transaction, and how it stood. */
  public record Held(Waiting delivery, String state) {}

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
        .query((row, n) -> waiting(row))
        .optional();
  }

  /** Locked until the transaction ends; empty where there is none or another worker holds it. */
  public Optional<Held> hold(long id) {
    return jdbc.sql(
            """
            SELECT id, source, received_at, body, attempts, state FROM agent.delivery
            WHERE id = :id FOR UPDATE SKIP LOCKED
            """)
        .param("id", id)
        .query((row, n) -> new Held(waiting(row), row.getString("state")))
        .optional();
  }

  public Optional<Stored> find(long id) {
    return jdbc.sql(STORED + "WHERE id = :id").param("id", id).query(Deliveries::stored).optional();
  }

  /**
   * Newest first.
   *
   * @param state only these; null: all
   * @param before only smaller ids
   */
  public List<Stored> page(@Nullable String state, long before, int max) {
    return jdbc.sql(
            STORED
                + "WHERE id < :before AND (CAST(:state AS text) IS NULL OR state = :state)"
                + " ORDER BY id DESC LIMIT :max")
        .param("before", before)
        .param("state", state)
        .param("max", max)
        .query(Deliveries::stored)
        .list();
  }

  private static Stored stored(ResultSet row, int n) throws SQLException {
    return new Stored(
        row.getLong("id"),
        row.getString("source"),
        Rows.instant(row, "received_at"),
        row.getString("state"),
        row.getInt("attempts"),
        row.getString("error"),
        Rows.instantOrNull(row, "interpreted_at"),
        row.getLong("bytes"));
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getLong("id"),
        row.getString("source"),
        Rows.instant(row, "received_at"),
        row.getBytes("body"),
        row.getInt("attempts"));
  }

  /**
   * @param state interpreted or ignored
   */
  public void finish(long id, String state, Instant at) {
    jdbc.sql(
            "UPDATE agent.delivery SET state = :state, interpreted_at = :at, error = NULL"
                + " WHERE id = :id")
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
