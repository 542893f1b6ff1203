package dev.inquest.app.storage;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Alert episodes, identified by {@code (fingerprint, startsAt)}. */
@Repository
public class Episodes {
  private final JdbcClient jdbc;

  public Episodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param incident null while it belongs to none
   * @param deliveries how many told of it
   * @param seq rises with each new episode
   */
  public record Episode(
      Alert alert,
      String source,
      @Nullable String incident,
      int deliveries,
      Instant firstDeliveryAt,
      @Nullable Instant resolvedDeliveryAt,
      long seq) {}

  /**
   * What a delivery did to an episode.
   *
   * @param created whether it was not known before
   * @param nowResolved whether this delivery resolved it
   */
  public record Upserted(@Nullable String incident, boolean created, boolean nowResolved) {}

  /**
   * Creates or updates. A resolved episode stays so, whatever order deliveries come in: a condition
   * that returns has a new {@code startsAt}.
   *
   * @param counted whether the delivery tells of it for the first time
   */
  public Upserted upsert(String source, Alert alert, Instant receivedAt, boolean counted) {
    boolean resolved = alert.status() == AlertStatus.RESOLVED;
    return jdbc.sql(
            """
            WITH before AS (
              SELECT status FROM agent.episode WHERE fingerprint = :fp AND starts_at = :starts)
            INSERT INTO agent.episode AS e (fingerprint, starts_at, ends_at, status, labels,
              annotations, source, first_delivery_at, resolved_delivery_at)
            VALUES (:fp, :starts, :ends, :status, CAST(:labels AS jsonb),
              CAST(:annotations AS jsonb), :source, :received, :resolvedAt)
            ON CONFLICT (fingerprint, starts_at) DO UPDATE SET
              deliveries = e.deliveries + CAST(:counted AS int),
              annotations = excluded.annotations,
              status = CASE WHEN e.status = 'resolved' THEN e.status ELSE excluded.status END,
              ends_at = coalesce(e.ends_at, excluded.ends_at),
              resolved_delivery_at = coalesce(e.resolved_delivery_at, excluded.resolved_delivery_at)
            RETURNING e.incident, (SELECT status FROM before) AS earlier
            """)
        .param("counted", counted ? 1 : 0)
        .param("fp", alert.fingerprint())
        .param("starts", Rows.at(alert.startsAt()))
        .param("ends", Rows.atOrNull(resolved ? endOf(alert, receivedAt) : null))
        .param("status", alert.status().name().toLowerCase(Locale.ROOT))
        .param("labels", StoredJson.write(new TreeMap<>(alert.labels())))
        .param("annotations", StoredJson.write(new TreeMap<>(alert.annotations())))
        .param("source", source)
        .param("received", Rows.at(receivedAt))
        .param("resolvedAt", Rows.atOrNull(resolved ? receivedAt : null))
        .query((row, n) -> {
          String earlier = row.getString("earlier");
          boolean open = earlier == null || earlier.equals("firing");
          return new Upserted(row.getString("incident"), earlier == null, resolved && open);
        })
        .single();
  }

  /** A sender's end that is absent, in the future or before the start is the delivery's time. */
  private static Instant endOf(Alert alert, Instant receivedAt) {
    Instant end = alert.endsAt();
    return end == null || end.isAfter(receivedAt) || end.isBefore(alert.startsAt())
        ? receivedAt
        : end;
  }

  /** Resolves earlier episodes of a sender that knows its alert by one id; their incidents. */
  public List<String> resolveEarlier(Alert alert, Instant receivedAt) {
    return jdbc.sql(
            """
            UPDATE agent.episode SET status = 'resolved', ends_at = :ends, resolved_delivery_at = :at
            WHERE fingerprint = :fp AND status = 'firing' AND starts_at <= :ends
              AND incident IS NOT NULL
            RETURNING incident
            """)
        .param("fp", alert.fingerprint())
        .param("ends", Rows.at(endOf(alert, receivedAt)))
        .param("at", Rows.at(receivedAt))
        .query(String.class)
        .list();
  }

  public void assign(Alert alert, String incident) {
    jdbc.sql(
            "UPDATE agent.episode SET incident = :i WHERE fingerprint = :fp AND starts_at ="
                + " :starts")
        .param("i", incident)
        .param("fp", alert.fingerprint())
        .param("starts", Rows.at(alert.startsAt()))
        .update();
  }

  /** The incident an alert belongs to, where it belongs to one. */
  public Optional<String> incidentOf(Alert alert) {
    return jdbc.sql(
            """
            SELECT incident FROM agent.episode
            WHERE fingerprint = :fp AND starts_at = :starts AND incident IS NOT NULL
            """)
        .param("fp", alert.fingerprint())
        .param("starts", Rows.at(alert.startsAt()))
        .query(String.class)
        .optional();
  }

  /** An incident's episodes in order of arrival. */
  public List<Episode> of(String incident) {
    return jdbc.sql("SELECT * FROM agent.episode WHERE incident = :i ORDER BY seq")
        .param("i", incident)
        .query(Episodes::read)
        .list();
  }

  /** The episodes of several incidents, in order of arrival. */
  public List<Episode> of(Set<String> incidents) {
    return jdbc.sql(
            "SELECT * FROM agent.episode WHERE incident = ANY (CAST(:i AS text[])) ORDER BY seq")
        .param("i", incidents.toArray(String[]::new))
        .query(Episodes::read)
        .list();
  }

  /**
   * Newest first.
   *
   * @param labels every one must match exactly
   * @param before only episodes with a smaller {@code seq}
   */
  public List<Episode> page(Map<String, String> labels, long before, int max) {
    return jdbc.sql(
            """
            SELECT * FROM agent.episode WHERE labels @> CAST(:labels AS jsonb) AND seq < :before
            ORDER BY seq DESC LIMIT :max
            """)
        .param("labels", StoredJson.write(labels))
        .param("before", before)
        .param("max", max)
        .query(Episodes::read)
        .list();
  }

  private static Episode read(ResultSet row, int n) throws SQLException {
    Alert alert =
        new Alert(
            row.getString("fingerprint"),
            Rows.instant(row, "starts_at"),
            Rows.instantOrNull(row, "ends_at"),
            AlertStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
            Rows.texts(row.getString("labels")),
            Rows.texts(row.getString("annotations")));
    return new Episode(
        alert,
        row.getString("source"),
        row.getString("incident"),
        row.getInt("deliveries"),
        Rows.instant(row, "first_delivery_at"),
        Rows.instantOrNull(row, "resolved_delivery_at"),
        row.getLong("seq"));
  }
}
