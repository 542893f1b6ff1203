package dev.inquest.app.web;

import static dev.inquest.app.storage.Rows.instant;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the newest incidents for the list. */
public class IncidentList {
  static final int MAX_ROWS = 200;

  private final JdbcClient jdbc;

  public IncidentList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Open ones first, then the newest. */
  public List<IncidentRow> newest() {
    return jdbc.sql(
            """
            SELECT i.*, d.verdict, d.body ->> 'sentence' AS sentence,
                   (i.mttr ->> 'total_s')::numeric AS total_s,
                   (SELECT p.state FROM gate.proposal p WHERE p.incident = i.id
                     ORDER BY p.created_at DESC LIMIT 1) AS proposal
              FROM agent.incident i
              LEFT JOIN LATERAL (SELECT verdict, body FROM agent.diagnosis d
                     WHERE d.incident = i.id ORDER BY revision DESC LIMIT 1) d ON true
             ORDER BY (i.state = 'open') DESC, i.opened_at DESC LIMIT :max\
            """)
        .param("max", MAX_ROWS)
        .query((row, _) -> {
          BigDecimal total = row.getBigDecimal("total_s");
          return new IncidentRow(
              row.getString("id"),
              row.getString("state"),
              row.getString("service"),
              row.getString("title"),
              instant(row, "opened_at"),
              row.getString("verdict"),
              row.getString("sentence"),
              row.getString("proposal"),
              total == null ? null : total.doubleValue());
        })
        .list();
  }
}
