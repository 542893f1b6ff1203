package dev.inquest.connectors.postgresql.rehearsal;

import static java.util.stream.Collectors.joining;

import dev.inquest.connectors.postgresql.session.Identifiers;
import dev.inquest.connectors.postgresql.session.UntestableException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a few hundred rows of the copy, the same for the same seed. */
final class SampledValues {
  private static final int SAMPLED = 400;
  private static final double HUNDRED = 100.0;

  private final ScratchDatabase scratch;
  private final long seed;

  SampledValues(ScratchDatabase scratch, long seed) {
    this.scratch = scratch;
    this.seed = seed;
  }

  /**
   * Rows of some expressions, as text, none of them null.
   *
   * @param table bare name in the copy
   * @param expressions over the table's columns, already quoted
   * @param order by which expression; empty for the table's own order
   */
  List<List<String>> rows(String table, List<String> expressions, String order) {
    String notNull =
        expressions.stream().map(e -> "(" + e + ") IS NOT NULL").collect(joining(" AND "));
    String sql =
        "SELECT "
            + expressions.stream().map(e -> "(" + e + ")::text").collect(joining(", "))
            + " FROM "
            + Identifiers.quote(table)
            + sample(table)
            + " WHERE "
            + notNull
            + (order.isEmpty() ? "" : " ORDER BY " + order);
    List<List<String>> rows = new ArrayList<>();
    for (List<@Nullable String> row : scratch.rows(sql)) {
      rows.add(row.stream().map(String::valueOf).toList());
    }
    if (rows.isEmpty()) {
      throw UntestableException.because("no value of " + table + " to draw from");
    }
    return rows;
  }

  private String sample(String table) {
    String name = Identifiers.literal(Identifiers.quote(table));
    List<List<@Nullable String>> counted =
        scratch.rows("SELECT reltuples FROM pg_class WHERE oid = " + name + "::regclass");
    double rows = Double.parseDouble(String.valueOf(counted.getFirst().getFirst()));
    return rows <= SAMPLED
        ? ""
        : " TABLESAMPLE BERNOULLI (" + HUNDRED * SAMPLED / rows + ") REPEATABLE (" + seed + ")";
  }
}
