package dev.inquest.connectors.postgresql.session;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a result set into the cells a probe's answer may hold. */
final class Cells {
  private Cells() {}

  static List<List<@Nullable Object>> read(ResultSet result, SessionLimits limits)
      throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    int width = result.getMetaData().getColumnCount();
    long size = 0;
    while (rows.size() < limits.maxRows() && result.next()) {
      List<@Nullable Object> row = new ArrayList<>(width);
      for (int i = 1; i <= width; i++) {
        Object cell = cell(result.getObject(i));
        size += cell instanceof String text ? text.length() : Long.BYTES;
        row.add(cell);
      }
      if (size > limits.maxBytes()) {
        throw UntestableException.because(
            "too large: the answer exceeds " + limits.maxBytes() + " bytes");
      }
      rows.add(row);
    }
    return rows;
  }

  private static @Nullable Object cell(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Boolean b -> b;
      case Long n -> n;
      case Integer n -> n.longValue();
      case Short n -> n.longValue();
      case Double n -> n;
      case Float n -> n.doubleValue();
      case BigDecimal n -> n.doubleValue();
      case Timestamp t -> t.toInstant().toString();
      default -> value.toString();
    };
  }
}
