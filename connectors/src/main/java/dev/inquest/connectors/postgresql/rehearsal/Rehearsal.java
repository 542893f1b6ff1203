package dev.inquest.connectors.postgresql.rehearsal;

import static java.util.stream.Collectors.joining;

import dev.inquest.connectors.postgresql.rehearsal.RehearsalResult.Measured;
import dev.inquest.connectors.postgresql.session.FunctionCheck;
import dev.inquest.connectors.postgresql.session.Identifiers;
import dev.inquest.connectors.postgresql.session.ReadOnlySession;
import dev.inquest.connectors.postgresql.session.UntestableException;
import dev.inquest.connectors.postgresql.session.Witness;
import dev.inquest.connectors.postgresql.statement.KnownTable;
import dev.inquest.connectors.postgresql.statement.PredicateReader;
import dev.inquest.connectors.postgresql.statement.RecordedStatement;
import dev.inquest.connectors.postgresql.statement.StatementRewrite;
import dev.inquest.connectors.postgresql.statement.StatementTables;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Copies a sample, runs the statement without and with the index, and leaves nothing behind.
 * Thread-safe; one at a time is sensible.
 */
public final class Rehearsal {
  private static final String INDEX = "inquest_rehearsed_index";
  private static final String SAME_DATABASE =
      "SELECT current_database() || ' ' || pg_postmaster_start_time()::text";
  private static final double NANOS_PER_MS = 1e6;

  private final Witness witness;
  private final Scratch scratch;
  private final RehearsalLimits limits;
  private final long seed;

  public Rehearsal(Witness witness, Scratch scratch, RehearsalLimits limits, long seed) {
    this.witness = witness;
    this.scratch = scratch;
    this.limits = limits;
    this.seed = seed;
  }

  /**
   * Rehearses.
   *
   * @throws UntestableException why it could not be done
   */
  public RehearsalResult run(RehearsalRequest request) {
    Deadline deadline = new Deadline(limits.total());
    requireFewTables(request);
    RecordedStatement redirected = StatementRewrite.withoutSchemas(request.statement());
    try (ScratchDatabase copy = ScratchDatabase.open(scratch, limits.statementTimeout())) {
      Map<String, CopiedTable> copied =
          witness.read(session -> copyAll(session, copy, request, deadline));
      CopiedTable indexed = copied.get(request.table());
      if (indexed == null) {
        throw UntestableException.because("the statement does not read " + request.table());
      }
      deadline.check("the copy");
      Runs runs = new Runs(copy, redirected.sql(), arguments(copy, request, copied), INDEX);
      Measured before = runs.measure();
      deadline.check("the runs without the index");
      double buildMs = build(copy, indexed.source(), request.columns());
      deadline.check("the index");
      Measured after = runs.measure();
      return new RehearsalResult(
          indexed.rows(),
          Math.max(indexed.source().rowEstimate(), indexed.rows()),
          before,
          after,
          buildMs,
          indexBytes(copy));
    }
  }

  /** A source and how many of its rows were copied. */
  private record CopiedTable(SourceTable source, long rows) {}

  private void requireFewTables(RehearsalRequest request) {
    if (request.tables().size() > limits.maxTables()) {
      throw UntestableException.because(
          "the statement reads more than " + limits.maxTables() + " tables");
    }
  }

  private Map<String, CopiedTable> copyAll(
      ReadOnlySession session, ScratchDatabase copy, RehearsalRequest request, Deadline deadline)
      throws SQLException {
    FunctionCheck.require(session, request.statement().functions());
    requireElsewhere(session, copy);
    Predicate<String> wanted = wanted(request);
    SourceCatalogue catalogue = new SourceCatalogue(session);
    TableCopy tables = new TableCopy(session.connection(), copy, limits, seed);
    Map<String, CopiedTable> copied = new LinkedHashMap<>();
    for (KnownTable table : Set.copyOf(request.tables().values())) {
      SourceTable source = catalogue.table(table.name(), wanted);
      copied.put(table.name(), new CopiedTable(source, tables.copy(source)));
      deadline.check("the copy of " + table.name());
    }
    return copied;
  }

  /** A scratch database that is the witness itself would be written to by its own rehearsal. */
  private static void requireElsewhere(ReadOnlySession session, ScratchDatabase copy)
      throws SQLException {
    Object there = session.cell(SAME_DATABASE);
    if (String.valueOf(there).equals(copy.rows(SAME_DATABASE).getFirst().getFirst())) {
      throw UntestableException.because("the scratch database is the database itself");
    }
  }

  /** Only the columns that the statement names, and those to index. */
  private static Predicate<String> wanted(RehearsalRequest request) {
    if (StatementTables.wantsAllColumns(request.statement().select())) {
      return column -> true;
    }
    Set<String> named = StatementTables.columnNames(request.statement().select());
    return column -> named.contains(column) || request.columns().contains(column);
  }

  private List<String> arguments(
      ScratchDatabase copy, RehearsalRequest request, Map<String, CopiedTable> copied) {
    Map<String, String> names = new LinkedHashMap<>();
    copied.forEach((shown, table) -> names.put(shown, table.source().name()));
    RecordedStatement statement = request.statement();
    Draws draws = new Draws(new SampledValues(copy, seed), names, limits.draws());
    draws.draw(PredicateReader.read(statement.select(), request.tables()));
    String rows = Long.toString(Math.max(1, Math.round(Math.ceil(request.rowsPerCall()))));
    StatementRewrite.limits(statement).forEach(p -> draws.fixed(p, rows));
    StatementRewrite.offsets(statement).forEach(p -> draws.fixed(p, "0"));
    for (int parameter : StatementRewrite.inConditions(statement)) {
      if (!draws.has(parameter)) {
        throw UntestableException.because("$" + parameter + " is not compared with a column");
      }
    }
    return draws.arguments(statement.parameters());
  }

  private static double build(ScratchDatabase copy, SourceTable table, List<String> columns) {
    String list = columns.stream().map(Identifiers::quote).collect(joining(", "));
    long begun = System.nanoTime();
    copy.run(
        "CREATE INDEX " + INDEX + " ON " + Identifiers.quote(table.name()) + " (" + list + ")");
    return (System.nanoTime() - begun) / NANOS_PER_MS;
  }

  private static long indexBytes(ScratchDatabase copy) {
    return Long.parseLong(
        String.valueOf(
            copy.rows("SELECT pg_relation_size('" + INDEX + "'::regclass)").getFirst().getFirst()));
  }
}
