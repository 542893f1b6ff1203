package dev.inquest.app.storage;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeQuery;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deploys, migrations, flags and config edits that a sender told us of. */
@Repository
public class RecordedChanges {
  private final JdbcClient jdbc;

  public RecordedChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps the first of several with the same source and id. */
  public boolean save(String source, Change change) {
    return jdbc.sql(
                """
                INSERT INTO agent.recorded_change (source, id, at, service, body)
                VALUES (:source, :id, :at, :service, CAST(:body AS jsonb))
                ON CONFLICT (source, id) DO NOTHING
                """)
            .param("source", source)
            .param("id", change.id())
            .param("at", Rows.at(change.at()))
            .param("service", change.service())
            .param("body", StoredJson.write(change))
            .update()
        > 0;
  }

  /**
   * Newest first, at most {@code query.max() + 1}, so that a caller sees whether there are more.
   */
  List<Change> newest(ChangeQuery query) {
    String[] services = query.services().toArray(String[]::new);
    return jdbc.sql(
            """
            SELECT body FROM agent.recorded_change
            WHERE at >= :from AND at < :to
              AND (cardinality(CAST(:services AS text[])) = 0 OR service IS NULL
                   OR service = ANY (CAST(:services AS text[])))
            ORDER BY at DESC, id LIMIT :max
            """)
        .param("from", Rows.at(query.window().from()))
        .param("to", Rows.at(query.window().to()))
        .param("services", services)
        .param("max", query.max() + 1)
        .query((row, n) -> StoredJson.read(row.getString("body"), Change.class))
        .list();
  }
}
