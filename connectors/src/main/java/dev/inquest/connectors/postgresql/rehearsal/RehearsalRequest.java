package dev.inquest.connectors.postgresql.rehearsal;

import dev.inquest.connectors.postgresql.statement.KnownTable;
import dev.inquest.connectors.postgresql.statement.RecordedStatement;
import dev.inquest.connectors.postgresql.statement.TableRef;
import java.util.List;
import java.util.Map;

/**
 * Which index to try for which statement.
 *
 * @param tables those the statement names, as the catalogue has them
 * @param table the one to index, as answers name it
 * @param columns of the index, in order
 * @param rowsPerCall what the statement returned on average; stands in for an unknown LIMIT
 */
public record RehearsalRequest(
    RecordedStatement statement,
    Map<TableRef, KnownTable> tables,
    String table,
    List<String> columns,
    double rowsPerCall) {
  public RehearsalRequest {
    tables = Map.copyOf(tables);
    columns = List.copyOf(columns);
  }
}
