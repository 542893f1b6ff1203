package dev.inquest.connectors.postgresql.statement;

import org.jspecify.annotations.Nullable;

/**
 * A table as a statement names it.
 *
 * @param schema folded; null where the search path decides
 * @param name folded
 */
public record TableRef(@Nullable String schema, String name) {
  /** As written, without quotes. */
  public String display() {
    return schema == null ? name : schema + "." + name;
  }
}
