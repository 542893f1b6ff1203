package dev.inquest.connectors.postgresql;

import dev.inquest.connectors.postgresql.baseline.StatementStatistics;
import dev.inquest.connectors.postgresql.rehearsal.Rehearsal;
import dev.inquest.connectors.postgresql.rehearsal.RehearsalRequest;
import dev.inquest.connectors.postgresql.rehearsal.RehearsalResult;
import dev.inquest.connectors.postgresql.session.UntestableException;
import dev.inquest.connectors.postgresql.statement.KnownTable;
import dev.inquest.connectors.postgresql.statement.RecordedStatement;
import dev.inquest.connectors.postgresql.statement.StatementReader;
import dev.inquest.connectors.postgresql.statement.StatementTables;
import dev.inquest.connectors.postgresql.statement.TableRef;
import dev.inquest.connectors.postgresql.statement.UnreadableStatementException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an index would do for a recorded statement, measured on a sampled copy. */
final class IndexRehearsal implements ProbeTemplate {
  private static final String WHAT = "rehearsal";
  private static final int MAX_COLUMNS = 8;

  @Override
  public Form form() {
    return new Form(
        "index-rehearsal",
        Set.of("query_id", "table", "columns"),
        Set.of(),
        List.of(
            "sample_rows",
            "table_rows",
            "before_ms",
            "after_ms",
            "before_blocks",
            "after_blocks",
            "index_used",
            "build_ms",
            "index_bytes"),
        "measured",
        true);
  }

  @Override
  public List<List<@Nullable Object>> answer(Target target, Parameters parameters) {
    Rehearsal rehearsal = target.rehearsal();
    if (rehearsal == null) {
      throw UntestableException.because("rehearsal not allowed");
    }
    try {
      return rows(rehearsal.run(request(target, parameters)));
    } catch (UnreadableStatementException e) {
      throw UntestableException.of(WHAT, e.reason());
    } catch (UntestableException e) {
      throw e.within(WHAT);
    }
  }

  private static RehearsalRequest request(Target target, Parameters parameters) {
    String id = parameters.statementId("query_id");
    RecordedStatement statement = StatementReader.readSelect(RecordedText.of(target, id, WHAT));
    Set<TableRef> names = StatementTables.of(statement.select());
    Map<TableRef, KnownTable> tables =
        target.database().read(session -> TableCatalogue.find(session, names));
    String table = parameters.text("table");
    List<String> columns = columns(parameters, tables.values(), table);
    double rowsPerCall =
        target.database().read(session -> StatementStatistics.rowsPerCall(session, id));
    return new RehearsalRequest(statement, tables, table, columns, rowsPerCall);
  }

  /** Named columns of the table, each checked against the catalogue. */
  private static List<String> columns(
      Parameters parameters, Iterable<KnownTable> tables, String table) {
    List<String> columns =
        Arrays.stream(parameters.text("columns").split(",", -1)).map(String::strip).toList();
    for (KnownTable known : tables) {
      if (known.name().equals(table)) {
        if (columns.size() > MAX_COLUMNS || !known.columns().containsAll(columns)) {
          throw UntestableException.because("the table has no such columns");
        }
        return columns;
      }
    }
    throw UntestableException.because("the statement does not read that table");
  }

  private static List<List<@Nullable Object>> rows(RehearsalResult result) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(result.sampleRows());
    row.add(result.tableRows());
    row.add(result.before().ms());
    row.add(result.after().ms());
    row.add(result.before().blocks());
    row.add(result.after().blocks());
    row.add(result.after().indexUsed());
    row.add(result.buildMs());
    row.add(result.indexBytes());
    return List.of(row);
  }
}
