package dev.inquest.app.storage;

import dev.inquest.diagnosis.Diagnosis;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbered diagnoses of an incident. */
@Repository
public class Diagnoses {
  private final JdbcClient jdbc;

  public Diagnoses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One revision. */
  public record Revision(int revision, UUID investigation, Diagnosis diagnosis, Instant at) {}

  public void insert(
      String incident, int revision, UUID investigation, Diagnosis diagnosis, Instant at) {
    jdbc.sql(
            """
            INSERT INTO agent.diagnosis (incident, revision, investigation, verdict, body, at)
            VALUES (:incident, :revision, :investigation, :verdict, CAST(:body AS jsonb), :at)
            """)
        .param("incident", incident)
        .param("revision", revision)
        .param("investigation", investigation)
        .param("verdict", verdict(diagnosis))
        .param("body", StoredJson.write(diagnosis))
        .param("at", Rows.at(at))
        .update();
  }

  public Optional<Revision> newest(String incident) {
    return jdbc.sql(
            """
            SELECT revision, investigation, body, at FROM agent.diagnosis WHERE incident = :i
            ORDER BY revision DESC LIMIT 1
            """)
        .param("i", incident)
        .query((row, n) ->
            new Revision(
                row.getInt("revision"),
                row.getObject("investigation", UUID.class),
                StoredJson.read(row.getString("body"), Diagnosis.class),
                Rows.instant(row, "at")))
        .optional();
  }

  /** FORMAT.md's spelling. */
  public static String verdict(Diagnosis diagnosis) {
    return switch (diagnosis) {
      case Diagnosis.Identified i -> "identified";
      case Diagnosis.NoCodeCause n -> "no_code_cause";
      case Diagnosis.Healthy h -> "healthy";
      case Diagnosis.Inconclusive i -> "inconclusive";
    };
  }
}
