package dev.inquest.app.playbooks;

import dev.inquest.app.storage.Rows;
import dev.inquest.gate.playbook.PlaybookFiles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The gate's versions of the playbooks, which the agent may read and nothing more. */
@Repository
public class PlaybookVersions {
  static final String BUILT_IN = "built-in";
  private final JdbcClient jdbc;

  PlaybookVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Which hold.
   *
   * @param seq counts every act at the gate
   * @param inUse a version's digest, or {@code built-in}
   * @param previous where a rollback goes; null: nowhere
   * @param shadow diagnoses along; null: none does
   * @param since when the one in use was put there
   */
  record Standing(
      long seq, String inUse, @Nullable String previous, @Nullable String shadow, Instant since) {}

  Standing standing() {
    return jdbc.sql(
            """
            SELECT u.seq, u.in_use, u.previous, u.shadow,
              (SELECT max(p.at) FROM gate.playbook_use p WHERE p.act <> 'adopt') AS since
            FROM gate.playbook_use u ORDER BY u.seq DESC LIMIT 1
            """)
        .query(PlaybookVersions::row)
        .single();
  }

  /** A version's files; those built in are not stored. */
  Optional<PlaybookFiles> files(String version) {
    return jdbc.sql("SELECT files::text FROM gate.playbook_version WHERE id = :id")
        .param("id", version)
        .query(String.class)
        .optional()
        .map(json -> PlaybookFiles.of(Rows.texts(json)));
  }

  private static Standing row(ResultSet row, int n) throws SQLException {
    return new Standing(
        row.getLong("seq"),
        row.getString("in_use"),
        row.getString("previous"),
        row.getString("shadow"),
        Rows.instant(row, "since"));
  }
}
