package dev.inquest.app.storage;

import dev.inquest.evidence.BaselineStore;
import dev.inquest.evidence.TimeWindow;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Baseline snapshots in {@code agent.database_baseline}. */
@Repository
public class StoredBaselineStore implements BaselineStore {
  private static final String BEFORE = " FROM agent.database_baseline WHERE at < :limit";

  private final JdbcClient jdbc;

  public StoredBaselineStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void append(Snapshot snapshot) {
    jdbc.sql(
            """
            INSERT INTO agent.database_baseline (target, kind, at, content)
            VALUES (:target, :kind, :at, CAST(:content AS jsonb))
            ON CONFLICT (target, kind, at) DO NOTHING
            """)
        .param("target", snapshot.target())
        .param("kind", snapshot.kind())
        .param("at", Rows.at(snapshot.at()))
        .param("content", snapshot.content())
        .update();
  }

  @Override
  public List<Snapshot> between(String target, String kind, TimeWindow window) {
    return jdbc.sql(
            """
            SELECT at, content FROM agent.database_baseline
            WHERE target = :target AND kind = :kind AND at >= :from AND at < :to ORDER BY at
            """)
        .param("target", target)
        .param("kind", kind)
        .param("from", Rows.at(window.from()))
        .param("to", Rows.at(window.to()))
        .query((row, n) ->
            new Snapshot(target, kind, Rows.instant(row, "at"), row.getString("content")))
        .list();
  }

  @Override
  public void deleteBefore(Instant limit) {
    purgeBefore(limit);
  }

  /** As {@link #deleteBefore}, and says how many. */
  public int purgeBefore(Instant limit) {
    return jdbc.sql("DELETE" + BEFORE).param("limit", Rows.at(limit)).update();
  }

  /** How many {@link #purgeBefore} would delete. */
  public int countBefore(Instant limit) {
    return jdbc.sql("SELECT count(*)" + BEFORE)
        .param("limit", Rows.at(limit))
        .query(Integer.class)
        .single();
  }
}
