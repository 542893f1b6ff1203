package dev.inquest.connectors.postgresql.statement;

import java.util.Set;

/**
 * A table of the catalogue.
 *
 * @param name as answers show it: bare where the search path finds it, else {@code schema.name}
 * @param columns the names of its columns
 */
public record KnownTable(String name, Set<String> columns) {
  public KnownTable {
    columns = Set.copyOf(columns);
  }
}
