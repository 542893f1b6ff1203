package dev.inquest.app.playbooks;

import dev.inquest.app.storage.Rows;
import dev.inquest.app.storage.StoredJson;
import dev.inquest.diagnosis.Diagnosis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What other playbooks made of closed incidents; nobody is shown it with the incident. */
@Repository
class ShadowDiagnoses {
  private static final String TALLY =
      """
      SELECT shown_sha256, other_sha256, count(*) AS incidents,
        count(*) FILTER (WHERE shown_right IS NOT NULL AND other_right IS NOT NULL) AS labelled,
        count(*) FILTER (WHERE shown_right AND NOT other_right) AS only_shown,
        count(*) FILTER (WHERE other_right AND NOT shown_right) AS only_other,
        count(*) FILTER (WHERE shown_right AND other_right) AS both_right
      FROM agent.shadow_diagnosis
      """;

  private final JdbcClient jdbc;

  ShadowDiagnoses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Both on the same frozen case. */
  record Pair(Diagnosis shown, Diagnosis other) {}

  Optional<Pair> find(String incident) {
    return jdbc.sql("SELECT shown, other FROM agent.shadow_diagnosis WHERE incident = :i")
        .param("i", incident)
        .query((row, n) ->
            new Pair(
                StoredJson.read(row.getString("shown"), Diagnosis.class),
                StoredJson.read(row.getString("other"), Diagnosis.class)))
        .optional();
  }

  /** Once for an incident; later ones are not kept. */
  void insert(String incident, String shownSha256, String otherSha256, Pair pair, Instant at) {
    jdbc.sql(
            """
            INSERT INTO agent.shadow_diagnosis
              (incident, shown_sha256, other_sha256, shown, other, at)
            VALUES (:incident, :shownSha, :otherSha, CAST(:shown AS jsonb), CAST(:other AS jsonb), :at)
            ON CONFLICT (incident) DO NOTHING
            """)
        .param("incident", incident)
        .param("shownSha", shownSha256)
        .param("otherSha", otherSha256)
        .param("shown", StoredJson.write(pair.shown()))
        .param("other", StoredJson.write(pair.other()))
        .param("at", Rows.at(at))
        .update();
  }

  /** By the human's last word. */
  void judge(String incident, @Nullable Boolean shownRight, @Nullable Boolean otherRight) {
    jdbc.sql(
            """
            UPDATE agent.shadow_diagnosis SET shown_right = :shown, other_right = :other
            WHERE incident = :incident
            """)
        .param("shown", shownRight)
        .param("other", otherRight)
        .param("incident", incident)
        .update();
  }

  /** Every pair of catalogues that met, the last met first. */
  List<Tally> tallies(int limit) {
    return jdbc.sql(
            TALLY + " GROUP BY shown_sha256, other_sha256 ORDER BY max(at) DESC LIMIT :limit")
        .param("limit", limit)
        .query(Tally.class)
        .list();
  }

  /** Of that pair. */
  Optional<Tally> tally(String shownSha256, String otherSha256) {
    return jdbc.sql(
            TALLY
                + " WHERE shown_sha256 = :shown AND other_sha256 = :other"
                + " GROUP BY shown_sha256, other_sha256")
        .param("shown", shownSha256)
        .param("other", otherSha256)
        .query(Tally.class)
        .optional();
  }
}
