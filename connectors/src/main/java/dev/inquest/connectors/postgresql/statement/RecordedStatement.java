package dev.inquest.connectors.postgresql.statement;

import java.util.SortedSet;
import net.sf.jsqlparser.statement.select.Select;

/**
 * One harmless SELECT, read.
 *
 * @param sql serialised anew from the tree: the only form that may be sent
 * @param select the tree; not to be changed
 * @param functions the functions it calls, lower-case unless quoted, as {@code name} or {@code
 *     pg_catalog.name}
 * @param parameters the highest {@code $n}
 */
public record RecordedStatement(
    String sql, Select select, SortedSet<String> functions, int parameters) {}
