package dev.inquest.gate.playbook;

import dev.inquest.gate.proposal.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code gate.playbook_version} and {@code gate.playbook_use}; both only grow. */
public final class PlaybookStore {
  private static final String USES =
      "SELECT seq, act, in_use, previous, shadow, by, reason, at FROM gate.playbook_use ";
  private static final String VERSIONS =
      "SELECT id, files::text AS files, parent, proposal, approvers, at FROM gate.playbook_version ";

  private final JdbcClient jdbc;
  private final @Nullable Catalogues catalogues;

  /**
   * @param catalogues null where this gate knows no playbooks
   */
  public PlaybookStore(JdbcClient jdbc, @Nullable Catalogues catalogues) {
    this.jdbc = jdbc;
    this.catalogues = catalogues;
  }

  /** Until the end of the transaction nobody else changes what is in use. */
  void lock() {
    jdbc.sql("SELECT name FROM gate.lock WHERE name = 'playbooks' FOR UPDATE").query().singleRow();
  }

  public PlaybookStanding standing() {
    return uses(1).getFirst();
  }

  /** What was done, newest first. */
  public List<PlaybookStanding> uses(int limit) {
    return jdbc.sql(USES + "ORDER BY seq DESC LIMIT :limit")
        .param("limit", limit)
        .query(PlaybookStore::use)
        .list();
  }

  /** Where a rollback would have gone when that version was last in use before {@code seq}. */
  @Nullable String previousOf(String version, long seq) {
    return jdbc.sql(USES + "WHERE in_use = :version AND seq < :seq ORDER BY seq DESC LIMIT 1")
        .param("version", version)
        .param("seq", seq)
        .query(PlaybookStore::use)
        .optional()
        .map(PlaybookStanding::previous)
        .orElse(null);
  }

  void use(
      String act,
      String inUse,
      @Nullable String previous,
      @Nullable String shadow,
      String by,
      @Nullable String reason) {
    jdbc.sql(
            "INSERT INTO gate.playbook_use (act, in_use, previous, shadow, by, reason, at)"
                + " VALUES (:act, :inUse, :previous, :shadow, :by, :reason, clock_timestamp())")
        .param("act", act)
        .param("inUse", inUse)
        .param("previous", previous)
        .param("shadow", shadow)
        .param("by", by)
        .param("reason", reason)
        .update();
  }

  /** Newest first. */
  public List<PlaybookVersion> versions(int limit) {
    return jdbc.sql(VERSIONS + "ORDER BY at DESC, id LIMIT :limit")
        .param("limit", limit)
        .query(this::version)
        .list();
  }

  public Optional<PlaybookVersion> find(String id) {
    return jdbc.sql(VERSIONS + "WHERE id = :id").param("id", id).query(this::version).optional();
  }

  /** The catalogue in use. */
  public PlaybookFiles inUse() {
    return find(standing().inUse()).orElseThrow().files();
  }

  /** How that version differs from what is in use, unified. */
  public String diffFromInUse(PlaybookVersion version) {
    return PlaybookDiff.between(inUse(), version.files()).diff();
  }

  /** The same bytes again are the same version, with those who approved them first. */
  void insert(PlaybookFiles files, String parent, String proposal, List<String> approvers) {
    jdbc.sql(
            """
            INSERT INTO gate.playbook_version (id, files, parent, proposal, approvers, at)
            VALUES (:id, :files::jsonb, :parent, :proposal, :approvers, clock_timestamp())
            ON CONFLICT (id) DO NOTHING
            """)
        .param("id", files.digest())
        .param("files", StoredJson.write(files.texts()))
        .param("parent", parent)
        .param("proposal", proposal)
        .param("approvers", approvers.toArray(String[]::new))
        .update();
  }

  private PlaybookVersion version(ResultSet row, int number) throws SQLException {
    String id = row.getString("id");
    return new PlaybookVersion(
        id,
        files(id, row.getString("files")),
        row.getString("parent"),
        row.getString("proposal"),
        Arrays.asList((String[]) row.getArray("approvers").getArray()),
        at(row));
  }

  private PlaybookFiles files(String id, String json) {
    if (id.equals(PlaybookVersion.BUILT_IN)) {
      return catalogues == null ? PlaybookFiles.of(Map.of()) : catalogues.builtIn();
    }
    return PlaybookFiles.of(StoredJson.readTexts(json));
  }

  private static PlaybookStanding use(ResultSet row, int number) throws SQLException {
    return new PlaybookStanding(
        row.getLong("seq"),
        row.getString("act"),
        row.getString("in_use"),
        row.getString("previous"),
        row.getString("shadow"),
        row.getString("by"),
        row.getString("reason"),
        at(row));
  }

  private static Instant at(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }
}
