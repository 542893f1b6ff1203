package dev.inquest.connectors.postgresql.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition on one column.
 *
 * @param operator one of {@code = < > <= >= between in like other}
 * @param function what the column is wrapped in, {@code cast} and {@code expression} included; null
 *     where it stands bare
 * @param slots the parameters it is compared with
 */
public record Predicate(
    String table, String column, String operator, @Nullable String function, List<Slot> slots) {
  public Predicate {
    slots = List.copyOf(slots);
  }
}
