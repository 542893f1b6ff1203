package dev.inquest.connectors.postgresql.statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.jsqlparser.schema.Column;
import org.jspecify.annotations.Nullable;

/** What the names in one SELECT stand for; an unknown name is looked for in the SELECT around. */
final class Scope {
  private final @Nullable Scope around;
  private final Map<String, @Nullable KnownTable> sources = new LinkedHashMap<>();

  Scope(@Nullable Scope around) {
    this.around = around;
  }

  /** Adds a FROM item; the table is null for a subquery, a function or a CTE. */
  void add(String alias, @Nullable KnownTable table) {
    sources.put(alias, table);
  }

  /** The table a column belongs to; null where that is not certain. */
  @Nullable KnownTable owner(Column column) {
    String name = Names.fold(column.getColumnName());
    String qualifier = column.getTable() == null ? null : column.getTable().getName();
    return qualifier == null ? unqualified(name) : qualified(Names.fold(qualifier), name);
  }

  private @Nullable KnownTable qualified(String alias, String column) {
    if (sources.containsKey(alias)) {
      KnownTable table = sources.get(alias);
      return table != null && table.columns().contains(column) ? table : null;
    }
    return around == null ? null : around.qualified(alias, column);
  }

  private @Nullable KnownTable unqualified(String column) {
    List<KnownTable> having = new ArrayList<>();
    for (KnownTable table : sources.values()) {
      if (table != null && table.columns().contains(column)) {
        having.add(table);
      }
    }
    if (having.isEmpty()) {
      return around == null ? null : around.unqualified(column);
    }
    return having.size() == 1 ? having.getFirst() : null;
  }
}
