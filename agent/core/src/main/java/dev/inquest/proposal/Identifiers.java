package dev.inquest.proposal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that may stand in SQL: only what needs no quoting, and quoted all the same. */
final class Identifiers {
  /** PostgreSQL cuts longer names. */
  static final int MAX_BYTES = 63;

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");
  private static final int HASH_CHARACTERS = 8;

  private Identifiers() {}

  static boolean plain(String name) {
    return PLAIN.matcher(name).matches()
        && name.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
  }

  /** A table's name, with a schema or without. */
  static boolean plainTable(String table) {
    List<String> parts = List.of(table.split("\\.", -1));
    return parts.size() <= 2 && parts.stream().allMatch(Identifiers::plain);
  }

  static String quoted(String name) {
    if (!plain(name)) {
      throw new IllegalArgumentException("not a plain identifier");
    }
    return '"' + name + '"';
  }

  static String quotedTable(String table) {
    return String.join(
        ".", java.util.Arrays.stream(table.split("\\.", -1)).map(Identifiers::quoted).toList());
  }

  /** {@code idx_orders_customer_email}, cut to fit, numbered until it is free. */
  static String indexName(String table, List<String> columns, Set<String> taken) {
    String base = "idx_" + local(table) + "_" + String.join("_", columns);
    String fitting = base;
    if (base.length() > MAX_BYTES - 3) {
      String hash = String.format("%08x", base.hashCode());
      fitting = base.substring(0, MAX_BYTES - 4 - HASH_CHARACTERS) + "_" + hash;
    }
    String name = fitting;
    for (int i = 2; taken.contains(name); i++) {
      name = fitting + "_" + i;
    }
    return name;
  }

  /** A table's name without its schema. */
  static String local(String table) {
    return table.substring(table.lastIndexOf('.') + 1);
  }
}
