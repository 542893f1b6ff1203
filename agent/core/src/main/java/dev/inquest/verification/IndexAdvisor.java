package dev.inquest.verification;

import dev.inquest.evidence.ProbeAnswer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads a statement's plan, predicates and tables for the index it lacks. */
final class IndexAdvisor {
  /** A smaller table is read whole anyway. */
  private static final double MIN_ROWS = 1_000;

  private static final int MAX_COLUMNS = 3;
  private static final Set<String> EQUALITY = Set.of("=", "in");
  private static final Set<String> RANGE = Set.of("<", ">", "<=", ">=", "between");

  /** What the plan says: an index is lacking, the plan is innocent, or it cannot be told. */
  sealed interface Advice {
    record Lacking(IndexAdvice index) implements Advice {}

    record Innocent(String sentence, List<String> evidence) implements Advice {}

    record Unknown(String why) implements Advice {}
  }

  private final Witness witness;
  private final GrownStatement statement;
  private final List<String> evidence = new ArrayList<>();

  private IndexAdvisor(Witness witness, GrownStatement statement) {
    this.witness = witness;
    this.statement = statement;
  }

  static Advice advise(Witness witness, GrownStatement statement) {
    return new IndexAdvisor(witness, statement).advise();
  }

  private Advice advise() {
    Witness.Said plan = ask("statement-plan", Map.of("query_id", statement.queryId()));
    if (!plan.answered()) {
      return new Advice.Unknown(plan.why());
    }
    String table = scanned(plan.answer());
    if (table.isEmpty()) {
      return new Advice.Innocent(
          "Its plan reads no table from end to end to filter it.", List.copyOf(evidence));
    }
    Witness.Said facts = ask("table-facts", Map.of("table", table));
    double rows =
        facts.answered() && !facts.answer().rows().isEmpty()
            ? Rows.numberOr(facts.answer(), 0, "row_estimate", Double.NaN)
            : Double.NaN;
    if (rows < MIN_ROWS) {
      return new Advice.Innocent(
          "It reads all of " + table + ", which is small.", List.copyOf(evidence));
    }
    return columns(table, rows);
  }

  private Advice columns(String table, double rows) {
    Witness.Said predicates = ask("statement-predicates", Map.of("query_id", statement.queryId()));
    if (!predicates.answered()) {
      return new Advice.Unknown(predicates.why());
    }
    List<String> columns = ordered(table, predicates.answer());
    if (columns.isEmpty()) {
      return new Advice.Innocent(
          "Its conditions on " + table + " are of a kind no plain index serves.",
          List.copyOf(evidence));
    }
    Witness.Said indexes = ask("table-indexes", Map.of("table", table));
    if (!indexes.answered()) {
      return new Advice.Unknown(indexes.why());
    }
    String leading = leading(indexes.answer(), columns);
    if (!leading.isEmpty()) {
      return new Advice.Innocent(
          "Index " + leading + " of " + table + " leads with a column it filters on.",
          List.copyOf(evidence));
    }
    return new Advice.Lacking(new IndexAdvice(statement, table, columns, rows, evidence));
  }

  /** The largest table that is read from end to end with a filter; empty where none is. */
  private static String scanned(ProbeAnswer plan) {
    String found = "";
    double cost = -1;
    for (int row = 0; row < plan.rows().size(); row++) {
      boolean scans =
          Rows.text(plan, row, "node_type").toLowerCase(Locale.ROOT).contains("seq scan")
              && !Rows.text(plan, row, "filter").isEmpty();
      double total = Rows.numberOr(plan, row, "total_cost", 0);
      if (scans && total > cost) {
        found = Rows.text(plan, row, "relation");
        cost = total;
      }
    }
    return found;
  }

  /** Columns compared for equality, the most selective first, then one with a range. */
  private List<String> ordered(String table, ProbeAnswer predicates) {
    Set<String> equal = new TreeSet<>();
    Set<String> range = new TreeSet<>();
    for (int row = 0; row < predicates.rows().size(); row++) {
      boolean plain = Rows.text(predicates, row, "function").isEmpty();
      if (plain && Rows.text(predicates, row, "table").equals(table)) {
        String operator = Rows.text(predicates, row, "operator").toLowerCase(Locale.ROOT);
        if (EQUALITY.contains(operator)) {
          equal.add(Rows.text(predicates, row, "column"));
        } else if (RANGE.contains(operator)) {
          range.add(Rows.text(predicates, row, "column"));
        }
      }
    }
    range.removeAll(equal);
    Map<String, Double> distinct = distinct(table);
    Comparator<String> selective =
        Comparator.comparingDouble((String c) -> -distinct.getOrDefault(c, 0.0))
            .thenComparing(Comparator.naturalOrder());
    Set<String> columns = new LinkedHashSet<>(equal.stream().sorted(selective).toList());
    range.stream().sorted(selective).limit(1).forEach(columns::add);
    return columns.stream().limit(MAX_COLUMNS).toList();
  }

  /** Distinct values by column; PostgreSQL's negative share of the rows counts as many. */
  private Map<String, Double> distinct(String table) {
    Witness.Said said = ask("table-columns", Map.of("table", table));
    Map<String, Double> distinct = new HashMap<>();
    ProbeAnswer answer = said.answer();
    for (int row = 0; said.answered() && row < answer.rows().size(); row++) {
      double n = Rows.numberOr(answer, row, "n_distinct", 0);
      distinct.put(Rows.text(answer, row, "column"), n < 0 ? -n * 1e12 : n);
    }
    return distinct;
  }

  /** A valid, unconditional index whose first column is among those filtered on. */
  private static String leading(ProbeAnswer indexes, List<String> columns) {
    for (int row = 0; row < indexes.rows().size(); row++) {
      String first = Rows.text(indexes, row, "columns").split(",", 2)[0].strip();
      boolean usable =
          !Boolean.FALSE.equals(Rows.flag(indexes, row, "is_valid"))
              && Rows.text(indexes, row, "predicate").isEmpty();
      if (usable && columns.contains(first)) {
        return Rows.text(indexes, row, "index");
      }
    }
    return "";
  }

  private Witness.Said ask(String template, Map<String, String> parameters) {
    Witness.Said said = witness.ask(template, statement.target(), parameters);
    evidence.addAll(said.cited());
    return said;
  }
}
