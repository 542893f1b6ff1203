package dev.inquest.connectors.postgresql.rehearsal;

import java.util.List;

/**
 * A column to copy.
 *
 * @param type as the copy declares it; of an enumeration, its bare name
 * @param labels of an enumeration, which the copy must have too; else empty
 */
record SourceColumn(String name, String type, List<String> labels) {
  SourceColumn {
    labels = List.copyOf(labels);
  }

  boolean isEnumeration() {
    return !labels.isEmpty();
  }
}
