package dev.inquest.app.report;

import static dev.inquest.app.storage.Rows.instant;
import static dev.inquest.app.storage.Rows.instantOrNull;

import dev.inquest.app.storage.Rows;
import dev.inquest.app.storage.StoredJson;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.evidence.Evidence;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.investigation.Detection;
import dev.inquest.verification.Examined;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Reads an incident's story out of what the investigation committed. Reads only. */
public class StoryReader {
  private static final int MAX_ALERTS = 200;
  private static final int MAX_MOMENTS = 500;
  private static final int MAX_EVIDENCE = 500;
  private static final Detection NOTHING = new Detection(null, List.of(), List.of());

  private final JdbcClient jdbc;
  private final PictureReader pictures;
  private final String gateUrl;

  public StoryReader(JdbcClient jdbc, PictureReader pictures, String gateUrl) {
    this.jdbc = jdbc;
    this.pictures = pictures;
    this.gateUrl = gateUrl;
  }

  /** Empty where there is no such incident. */
  @Transactional(readOnly = true)
  public Optional<Story> read(String incident) {
    return jdbc.sql("SELECT * FROM agent.incident WHERE id = :id")
        .param("id", incident)
        .query((row, _) -> story(row))
        .optional();
  }

  private Story story(ResultSet row) throws SQLException {
    String id = row.getString("id");
    Latest latest = latest(id);
    Detection detection = latest.detection();
    List<Evidence> evidence = evidence(id);
    return new Story(
        id,
        row.getString("state"),
        row.getString("service"),
        row.getString("title"),
        instant(row, "opened_at"),
        instant(row, "started_at"),
        instantOrNull(row, "resolved_at"),
        label(row.getString("label")),
        alerts(id),
        latest.revision(),
        latest.diagnosis(),
        detection,
        latest.examined(),
        evidence,
        pictures.of(id, detection, latest.diagnosis()),
        timeline(id),
        fixes(id),
        mttr(row.getString("mttr")));
  }

  private record Latest(
      int revision, @Nullable Diagnosis diagnosis, Detection detection, List<Examined> examined) {}

  private Latest latest(String incident) {
    return jdbc.sql(
            """
            SELECT d.revision, d.body,
                   (SELECT result FROM agent.stage_result s
                     WHERE s.investigation = d.investigation AND lower(s.stage) = 'detect') AS detected,
                   (SELECT result FROM agent.stage_result s
                     WHERE s.investigation = d.investigation AND lower(s.stage) = 'verify') AS verified
              FROM agent.diagnosis d WHERE d.incident = :incident ORDER BY d.revision DESC LIMIT 1\
            """)
        .param("incident", incident)
        .query((row, _) -> latest(row))
        .optional()
        .orElse(new Latest(0, null, NOTHING, List.of()));
  }

  private static Latest latest(ResultSet row) throws SQLException {
    String detected = row.getString("detected");
    String verified = row.getString("verified");
    return new Latest(
        row.getInt("revision"),
        StoredJson.read(row.getString("body"), Diagnosis.class),
        detected == null ? NOTHING : StoredJson.read(detected, Detection.class),
        verified == null ? List.of() : StoredJson.readList(verified, Examined.class));
  }

  private List<Story.AlertLine> alerts(String incident) {
    return jdbc.sql(
            """
            SELECT labels, annotations, status, starts_at, ends_at FROM agent.episode
             WHERE incident = :incident ORDER BY starts_at, fingerprint LIMIT :max\
            """)
        .param("incident", incident)
        .param("max", MAX_ALERTS)
        .query((row, _) -> alert(row))
        .list();
  }

  private static Story.AlertLine alert(ResultSet row) throws SQLException {
    Map<String, String> labels = Rows.texts(row.getString("labels"));
    Map<String, String> annotations = Rows.texts(row.getString("annotations"));
    return new Story.AlertLine(
        labels.getOrDefault("alertname", "alert"),
        row.getString("status"),
        instant(row, "starts_at"),
        instantOrNull(row, "ends_at"),
        annotations.getOrDefault("summary", annotations.getOrDefault("description", "")));
  }

  private List<Evidence> evidence(String incident) {
    return jdbc.sql(
            """
            SELECT id, kind, source, at, query, summary, sha256, size_bytes, derived_from, facts
              FROM agent.evidence WHERE incident = :incident
             ORDER BY length(id), id LIMIT :max\
            """)
        .param("incident", incident)
        .param("max", MAX_EVIDENCE)
        .query((row, _) -> evidence(row))
        .list();
  }

  private static Evidence evidence(ResultSet row) throws SQLException {
    String[] from = (String[]) row.getArray("derived_from").getArray();
    return new Evidence(
        row.getString("id"),
        EvidenceKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("source"),
        instant(row, "at"),
        row.getString("query"),
        row.getString("summary"),
        row.getString("sha256"),
        row.getLong("size_bytes"),
        Arrays.asList(from),
        new TreeMap<>(Rows.texts(row.getString("facts"))));
  }

  private List<Story.Moment> timeline(String incident) {
    return jdbc.sql(
            """
            SELECT at, kind, sentence FROM agent.timeline
             WHERE incident = :incident ORDER BY at, id LIMIT :max\
            """)
        .param("incident", incident)
        .param("max", MAX_MOMENTS)
        .query((row, _) ->
            new Story.Moment(instant(row, "at"), row.getString("kind"), row.getString("sentence")))
        .list();
  }

  private List<Story.Fix> fixes(String incident) {
    return jdbc.sql(
            """
            SELECT p.*, (SELECT string_agg(d.person || ' (' || d.decision || ')', ', ' ORDER BY d.id)
                           FROM gate.decision d WHERE d.proposal = p.id) AS decided_by
              FROM gate.proposal p WHERE p.incident = :incident ORDER BY p.created_at DESC LIMIT 20\
            """)
        .param("incident", incident)
        .query((row, _) -> fix(row))
        .list();
  }

  private Story.Fix fix(ResultSet row) throws SQLException {
    JsonNode body = StoredJson.tree(row.getString("body"));
    String opened = row.getString("merge_request");
    return new Story.Fix(
        row.getString("id"),
        row.getString("state"),
        row.getString("digest"),
        row.getString("risk"),
        body.path("title").asString(""),
        body.path("diff").asString(""),
        body.path("rollback").asString(""),
        row.getString("reason"),
        row.getString("decided_by"),
        opened == null ? null : StoredJson.tree(opened).path("url").asString(null),
        gateUrl + "/proposals/" + row.getString("id"));
  }

  private static @Nullable String label(@Nullable String json) {
    return json == null ? null : StoredJson.tree(json).path("verdict").asString(null);
  }

  private static Mttr mttr(@Nullable String json) {
    return json == null ? Mttr.UNKNOWN : StoredJson.read(json, Mttr.class);
  }
}
