package dev.inquest.connectors.postgresql.rehearsal;

import static java.util.stream.Collectors.joining;

import dev.inquest.connectors.postgresql.session.Identifiers;
import dev.inquest.connectors.postgresql.session.UntestableException;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/** Copies tables, sampled where they are large, straight from one server to the other. */
final class TableCopy {
  private static final double HUNDRED = 100.0;
  private static final int BATCH_BYTES = 64 << 10;

  private final Connection source;
  private final ScratchDatabase scratch;
  private final RehearsalLimits limits;
  private final long seed;
  private final Set<String> enumerations = new HashSet<>();
  private long bytes;

  TableCopy(Connection source, ScratchDatabase scratch, RehearsalLimits limits, long seed) {
    this.source = source;
    this.scratch = scratch;
    this.limits = limits;
    this.seed = seed;
  }

  /** Copies one table and its plain indexes; answers how many rows. */
  long copy(SourceTable table) throws SQLException {
    if (table.columns().isEmpty()) {
      throw UntestableException.because("the statement needs no column of " + table.shown());
    }
    table.columns().stream().filter(SourceColumn::isEnumeration).forEach(this::enumeration);
    String name = Identifiers.quote(table.name());
    scratch.run("CREATE UNLOGGED TABLE " + name + " (" + declarations(table) + ")");
    long rows = stream(read(table), "COPY " + name + " FROM STDIN (FREEZE)");
    for (SourceTable.SourceIndex index : table.indexes()) {
      String columns = index.columns().stream().map(Identifiers::quote).collect(joining(", "));
      scratch.run(
          "CREATE "
              + (index.unique() ? "UNIQUE " : "")
              + "INDEX ON "
              + name
              + " ("
              + columns
              + ")");
    }
    scratch.run("ANALYZE " + name);
    return rows;
  }

  private void enumeration(SourceColumn column) {
    if (enumerations.add(column.type())) {
      scratch.run(
          "CREATE TYPE "
              + Identifiers.quote(column.type())
              + " AS ENUM ("
              + column.labels().stream().map(Identifiers::literal).collect(joining(", "))
              + ")");
    }
  }

  private static String declarations(SourceTable table) {
    return table.columns().stream()
        .map(column ->
            Identifiers.quote(column.name())
                + " "
                + (column.isEnumeration() ? Identifiers.quote(column.type()) : column.type()))
        .collect(joining(", "));
  }

  private String read(SourceTable table) {
    String columns =
        table.columns().stream().map(c -> Identifiers.quote(c.name())).collect(joining(", "));
    String sampled = "";
    if (table.canSample() && table.rowEstimate() > limits.maxRows()) {
      double percent = HUNDRED * limits.maxRows() / table.rowEstimate();
      sampled = " TABLESAMPLE SYSTEM (" + percent + ") REPEATABLE (" + seed + ")";
    }
    return "COPY (SELECT "
        + columns
        + " FROM "
        + Identifiers.quote(table.schema(), table.name())
        + sampled
        + " LIMIT "
        + limits.maxRows()
        + ") TO STDOUT";
  }

  private long stream(String out, String in) throws SQLException {
    CopyOut reader = source.unwrap(PGConnection.class).getCopyAPI().copyOut(out);
    try {
      CopyIn writer = writer(in);
      ByteArrayOutputStream batch = new ByteArrayOutputStream(2 * BATCH_BYTES);
      for (byte[] row = reader.readFromCopy(); row != null; row = reader.readFromCopy()) {
        count(row.length);
        batch.writeBytes(row);
        if (batch.size() >= BATCH_BYTES) {
          write(writer, batch);
        }
      }
      write(writer, batch);
      return end(writer);
    } finally {
      if (reader.isActive()) {
        reader.cancelCopy();
      }
    }
  }

  private CopyIn writer(String in) {
    try {
      return scratch.connection().unwrap(PGConnection.class).getCopyAPI().copyIn(in);
    } catch (SQLException e) {
      throw ScratchDatabase.untestable(e);
    }
  }

  private void count(int more) {
    bytes += more;
    if (bytes > limits.maxBytes()) {
      throw UntestableException.because(
          "more than " + limits.maxBytes() + " bytes would have to be copied");
    }
  }

  private static void write(CopyIn writer, ByteArrayOutputStream batch) {
    try {
      writer.writeToCopy(batch.toByteArray(), 0, batch.size());
      batch.reset();
    } catch (SQLException e) {
      throw ScratchDatabase.untestable(e);
    }
  }

  private static long end(CopyIn writer) {
    try {
      return writer.endCopy();
    } catch (SQLException e) {
      throw ScratchDatabase.untestable(e);
    }
  }
}
