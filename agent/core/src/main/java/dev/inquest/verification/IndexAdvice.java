package dev.inquest.verification;

import java.util.List;
import java.util.Map;

/**
 * An index that a statement lacks.
 *
 * @param table as the catalogue spells it
 * @param columns equality before range
 * @param tableRows the catalogue's estimate
 */
record IndexAdvice(
    GrownStatement statement,
    String table,
    List<String> columns,
    double tableRows,
    List<String> evidence) {
  IndexAdvice {
    columns = List.copyOf(columns);
    evidence = evidence.stream().distinct().toList();
  }

  Map<String, String> facts() {
    return Map.of(
        "target", statement.target(),
        "query_id", statement.queryId(),
        "table", table,
        "columns", String.join(",", columns),
        "table_rows", Double.toString(tableRows));
  }
}
