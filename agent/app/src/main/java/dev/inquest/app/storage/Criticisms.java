package dev.inquest.app.storage;

import dev.inquest.playbooks.criticism.Criticism;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What Inquest made of its own diagnoses; a label that comes later replaces it. */
@Repository
public class Criticisms {
  private final JdbcClient jdbc;

  public Criticisms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param memory Markdown
   */
  public void put(Criticism criticism, String memory, Instant at) {
    jdbc.sql(
            """
            INSERT INTO agent.criticism (incident, body, memory, at)
            VALUES (:incident, CAST(:body AS jsonb), :memory, :at)
            ON CONFLICT (incident) DO UPDATE
              SET body = excluded.body, memory = excluded.memory, at = excluded.at
            """)
        .param("incident", criticism.incident())
        .param("body", StoredJson.write(criticism))
        .param("memory", memory)
        .param("at", Rows.at(at))
        .update();
  }

  public Optional<Criticism> find(String incident) {
    return jdbc.sql("SELECT body FROM agent.criticism WHERE incident = :i")
        .param("i", incident)
        .query((row, n) -> StoredJson.read(row.getString("body"), Criticism.class))
        .optional();
  }
}
