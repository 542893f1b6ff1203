package dev.inquest.app.report;

import dev.inquest.app.storage.StoredJson;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Time to recover over all resolved incidents, by phase. Incidents that healed without a change of
 * ours stand apart: counting them would flatter the figures.
 */
public class FleetMttr {
  /** The newest so many incidents are counted. */
  private static final int MAX_INCIDENTS = 10_000;

  private final JdbcClient jdbc;

  public FleetMttr(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param p50 median in seconds; null where no incident has that phase
   */
  public record Phase(int n, @Nullable Double p50, @Nullable Double p90) {}

  /** By phase, in their order. */
  public record Figures(Map<String, Phase> fixed, Map<String, Phase> selfResolved) {}

  private record Row(Mttr mttr, boolean fixed) {}

  public Figures read() {
    List<Row> rows =
        jdbc.sql(
                """
                SELECT i.mttr, EXISTS (SELECT 1 FROM gate.proposal p
                        WHERE p.incident = i.id AND p.merge_request IS NOT NULL) AS fixed
                  FROM agent.incident i WHERE i.state = 'resolved' AND i.mttr IS NOT NULL
                 ORDER BY i.opened_at DESC LIMIT :max\
                """)
            .param("max", MAX_INCIDENTS)
            .query((row, _) ->
                new Row(
                    StoredJson.read(row.getString("mttr"), Mttr.class), row.getBoolean("fixed")))
            .list();
    return new Figures(phases(rows, true), phases(rows, false));
  }

  private static Map<String, Phase> phases(List<Row> rows, boolean fixed) {
    List<Mttr> mttrs = rows.stream().filter(r -> r.fixed() == fixed).map(Row::mttr).toList();
    Map<String, Phase> out = new LinkedHashMap<>();
    out.put("detect", phase(mttrs, Mttr::detect));
    out.put("diagnose", phase(mttrs, Mttr::diagnose));
    out.put("approve", phase(mttrs, Mttr::approve));
    out.put("remediate", phase(mttrs, Mttr::remediate));
    out.put("recover", phase(mttrs, Mttr::recover));
    out.put("total", phase(mttrs, Mttr::total));
    return out;
  }

  private static Phase phase(List<Mttr> mttrs, Function<Mttr, @Nullable Double> part) {
    double[] known =
        mttrs.stream()
            .map(part)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    Arrays.sort(known);
    return new Phase(known.length, quantile(known, 0.5), quantile(known, 0.9));
  }

  /** Linear interpolation between order statistics (Hyndman and Fan, 1996, type 7). */
  static @Nullable Double quantile(double[] sorted, double q) {
    if (sorted.length == 0) {
      return null;
    }
    double at = q * (sorted.length - 1);
    int low = (int) at;
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }
}
