package dev.inquest.app.storage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to an incident, in order, for people. */
@Repository
public class Timeline {
  private final JdbcClient jdbc;

  public Timeline(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param sentence for people; may hold untrusted text
   * @param detail small facts, strings or numbers
   */
  public record Entry(
      long id, Instant at, String kind, String sentence, Map<String, String> detail) {}

  public void add(
      String incident, Instant at, String kind, String sentence, Map<String, ?> detail) {
    jdbc.sql(
            """
            INSERT INTO agent.timeline (incident, at, kind, sentence, detail)
            VALUES (:incident, :at, :kind, :sentence, CAST(:detail AS jsonb))
            """)
        .param("incident", incident)
        .param("at", Rows.at(at))
        .param("kind", kind)
        .param("sentence", CleanText.of(sentence, 2_000))
        .param("detail", StoredJson.write(detail))
        .update();
  }

  /**
   * Adds a row unless one of that kind with exactly that detail is there.
   *
   * @return whether it was added
   */
  public boolean addOnce(
      String incident, Instant at, String kind, String sentence, Map<String, ?> detail) {
    return jdbc.sql(
                """
                INSERT INTO agent.timeline (incident, at, kind, sentence, detail)
                SELECT :incident, :at, :kind, :sentence, CAST(:detail AS jsonb)
                WHERE NOT EXISTS (SELECT 1 FROM agent.timeline
                  WHERE incident = :incident AND kind = :kind AND detail = CAST(:detail AS jsonb))
                """)
            .param("incident", incident)
            .param("at", Rows.at(at))
            .param("kind", kind)
            .param("sentence", CleanText.of(sentence, 2_000))
            .param("detail", StoredJson.write(detail))
            .update()
        > 0;
  }

  /** Which kinds of rows there are. */
  public Set<String> kinds(String incident) {
    return Set.copyOf(
        jdbc.sql("SELECT DISTINCT kind FROM agent.timeline WHERE incident = :incident")
            .param("incident", incident)
            .query(String.class)
            .list());
  }

  /** Rows after an id in order of writing, at most {@code max}. */
  public List<Entry> after(String incident, long id, int max) {
    return jdbc.sql(
            """
            SELECT id, at, kind, sentence, detail FROM agent.timeline
            WHERE incident = :incident AND id > :id ORDER BY id LIMIT :max
            """)
        .param("incident", incident)
        .param("id", id)
        .param("max", max)
        .query((row, n) ->
            new Entry(
                row.getLong("id"),
                Rows.instant(row, "at"),
                row.getString("kind"),
                row.getString("sentence"),
                Rows.texts(row.getString("detail"))))
        .list();
  }

  /** The id of an incident's newest row; 0 where there is none. */
  public long newest(String incident) {
    return jdbc.sql("SELECT coalesce(max(id), 0) FROM agent.timeline WHERE incident = :incident")
        .param("incident", incident)
        .query(Long.class)
        .single();
  }

  /** The id of the newest row of all; 0 where there is none. */
  public long newest() {
    return jdbc.sql("SELECT coalesce(max(id), 0) FROM agent.timeline").query(Long.class).single();
  }

  /** The time of the first row of a kind, where there is one. */
  public java.util.Optional<Instant> first(String incident, String kind) {
    return jdbc.sql("SELECT min(at) AS at FROM agent.timeline WHERE incident = :i AND kind = :k")
        .param("i", incident)
        .param("k", kind)
        .query((row, n) -> java.util.Optional.ofNullable(Rows.instantOrNull(row, "at")))
        .single();
  }
}
