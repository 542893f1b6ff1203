package dev.inquest.connectors.postgresql.rehearsal;

import dev.inquest.connectors.postgresql.session.Identifiers;
import dev.inquest.connectors.postgresql.session.UntestableException;
import dev.inquest.connectors.postgresql.statement.Predicate;
import dev.inquest.connectors.postgresql.statement.Slot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Values for a statement's parameters, drawn from the copied rows of the columns they are compared
 * with. Equalities on one table take their values from one row, so that they can be met together; a
 * range spans two neighbours among a few hundred sorted values, or the end of them where it is
 * open.
 */
final class Draws {
  private static final Set<String> APPLICABLE = Set.of("lower", "upper");

  /** A parameter and the expression whose values fit it. */
  private record Fit(Slot slot, String expression, int place) {}

  /** A column of the copy. */
  private record Place(String table, String column) {}

  private final SampledValues sampled;
  private final Map<String, String> copies;
  private final List<Map<Integer, String>> values = new ArrayList<>();

  /**
   * @param copies the tables' names in the copy by the names that answers show
   */
  Draws(SampledValues sampled, Map<String, String> copies, int draws) {
    this.sampled = sampled;
    this.copies = copies;
    for (int i = 0; i < draws; i++) {
      values.add(new TreeMap<>());
    }
  }

  /** Draws for every parameter that a predicate ties to a column. */
  void draw(List<Predicate> predicates) {
    Map<String, List<Fit>> equalities = new LinkedHashMap<>();
    Map<Place, List<Slot>> ranges = new LinkedHashMap<>();
    for (Predicate predicate : predicates) {
      int place = 0;
      for (Slot slot : predicate.slots()) {
        String table = copy(predicate);
        if (slot.isRange()) {
          Place column = new Place(table, expression(predicate));
          ranges.computeIfAbsent(column, _ -> new ArrayList<>()).add(slot);
        } else {
          equalities
              .computeIfAbsent(table, _ -> new ArrayList<>())
              .add(new Fit(slot, expression(predicate), place++));
        }
      }
    }
    equalities.forEach(this::equalities);
    ranges.forEach(this::range);
  }

  /** Binds a parameter to the same literal in every draw, unless it was drawn. */
  void fixed(int parameter, String literal) {
    values.forEach(draw -> draw.putIfAbsent(parameter, literal));
  }

  boolean has(int parameter) {
    return values.getFirst().containsKey(parameter);
  }

  /** The arguments of each draw, {@code $1} first; what was not drawn is NULL. */
  List<String> arguments(int parameters) {
    List<String> arguments = new ArrayList<>();
    for (Map<Integer, String> draw : values) {
      List<String> literals = new ArrayList<>(Collections.nCopies(parameters, "NULL"));
      draw.forEach((parameter, literal) -> literals.set(parameter - 1, literal));
      arguments.add(String.join(", ", literals));
    }
    return arguments;
  }

  private void equalities(String table, List<Fit> fits) {
    List<List<String>> rows = sampled.rows(table, fits.stream().map(Fit::expression).toList(), "");
    for (int draw = 0; draw < values.size(); draw++) {
      int first = spread(draw, rows.size());
      for (int i = 0; i < fits.size(); i++) {
        // Further members of one list come from further rows.
        List<String> row = rows.get((first + fits.get(i).place()) % rows.size());
        put(draw, fits.get(i).slot(), row.get(i));
      }
    }
  }

  private void range(Place column, List<Slot> slots) {
    String value = column.column();
    List<List<String>> rows =
        sampled.rows(column.table(), List.of(value, ageOf(slots, value)), value);
    boolean low = slots.stream().anyMatch(s -> s.bound() == Slot.Bound.LOW);
    boolean high = slots.stream().anyMatch(s -> s.bound() == Slot.Bound.HIGH);
    int last = rows.size() - 1;
    for (int draw = 0; draw < values.size(); draw++) {
      int from = high ? Math.min(spread(draw, rows.size()), last) : Math.max(last - 1 - draw, 0);
      int to = low ? Math.min(from + 1, last) : Math.min(1 + draw, last);
      for (Slot slot : slots) {
        List<String> row = rows.get(slot.bound() == Slot.Bound.LOW ? from : to);
        put(draw, slot, row.get(slot.age() ? 1 : 0));
      }
    }
  }

  private static String ageOf(List<Slot> slots, String value) {
    return slots.stream().anyMatch(Slot::age) ? "now() - " + value : value;
  }

  private int spread(int draw, int size) {
    return (int) ((long) (draw + 1) * size / (values.size() + 1));
  }

  private void put(int draw, Slot slot, String value) {
    values.get(draw).putIfAbsent(slot.parameter(), Identifiers.literal(value));
  }

  private String copy(Predicate predicate) {
    String table = copies.get(predicate.table());
    if (table == null) {
      throw UntestableException.because("there is no copy of " + predicate.table());
    }
    return table;
  }

  private static String expression(Predicate predicate) {
    String column = Identifiers.quote(predicate.column());
    String function = predicate.function();
    if (function == null || function.equals("cast")) {
      return column;
    }
    if (APPLICABLE.contains(function)) {
      return function + "(" + column + ")";
    }
    throw UntestableException.because(
        "no value can be drawn for " + predicate.column() + " within " + function);
  }
}
