package dev.inquest.connectors.postgresql.rehearsal;

import java.util.List;

/**
 * A table to copy.
 *
 * @param shown the name that answers show
 * @param rowEstimate -1 where the server has none
 * @param canSample whether TABLESAMPLE applies: not to a view
 * @param indexes the columns of each plain index that the copied columns cover
 */
record SourceTable(
    String shown,
    String schema,
    String name,
    long rowEstimate,
    boolean canSample,
    List<SourceColumn> columns,
    List<SourceIndex> indexes) {
  SourceTable {
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
  }

  /** An index that the table has already. */
  record SourceIndex(List<String> columns, boolean unique) {
    SourceIndex {
      columns = List.copyOf(columns);
    }
  }
}
