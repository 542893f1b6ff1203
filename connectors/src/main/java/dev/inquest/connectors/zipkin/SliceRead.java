package dev.inquest.connectors.zipkin;

import dev.inquest.connectors.resilience.FailureCodes;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.TraceQuery;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a window cell by cell, in rounds. Zipkin gives the newest traces up to a limit; where a
 * cell reaches it, that answer is no fair sample and is put away. The cell is then read in parts,
 * and where they are too many to ask for, some of them are drawn by the seed and read instead of
 * all: a trace in them counts as often as there are parts to one drawn, the inverse of its chance
 * (Horvitz and Thompson, 1952, with stretches of time as clusters).
 */
final class SliceRead {
  /** Asking for each of more services than these costs more than asking for any and sorting. */
  private static final int MAX_NAMED_SERVICES = 8;

  /** Of the queries; the rest is for cells that turn out too full. */
  private static final double FIRST_ROUND = 0.4;

  private static final int MAX_PARTS = 1 << 12;

  private final ZipkinClient client;
  private final ZipkinProperties properties;
  private final TraceQuery query;
  private final BiConsumer<List<Span>, Cell> sink;
  private final List<String> services;
  private final long deadlineNanos;

  private final ReadTally tally = new ReadTally();
  private int asked;

  SliceRead(
      ZipkinClient client,
      ZipkinProperties properties,
      TraceQuery query,
      BiConsumer<List<Span>, Cell> sink) {
    this.client = client;
    this.properties = properties;
    this.query = query;
    this.sink = sink;
    Set<String> named = new TreeSet<>(query.services());
    this.services =
        named.isEmpty() || named.size() > MAX_NAMED_SERVICES ? List.of("") : List.copyOf(named);
    this.deadlineNanos = System.nanoTime() + properties.readTimeout().toNanos();
  }

  /**
   * @throws FailureException where nothing at all could be had
   */
  void run() {
    try (ExecutorService workers =
        Executors.newFixedThreadPool(
            properties.maxConcurrent(), Thread.ofVirtual().name("zipkin-", 0).factory())) {
      List<Cell> open = firstCells();
      while (!open.isEmpty()) {
        open = round(open, workers);
      }
    }
    tally.throwIfNothing();
  }

  List<String> warnings() {
    return tally.warnings(properties.tracesPerQuery());
  }

  private List<Cell> firstCells() {
    long from = query.window().from().toEpochMilli();
    // A window may end within a millisecond.
    long to = Math.max(from + 1, query.window().to().plusNanos(999_999).toEpochMilli());
    Cell whole = new Cell(from, to, 1);
    int room = (int) Math.max(1, properties.maxQueries() * FIRST_ROUND / services.size());
    int slices = whole.partsOf(query.slice());
    return whole.split(Math.min(slices, room));
  }

  /** A cell and what its queries gave; the future fails where one of them does. */
  private record Reading(Cell cell, Future<List<ZipkinAnswer>> answers) {}

  private record Full(Cell cell, List<ZipkinAnswer> answers) {}

  /** Reads the cells; gives those that must be read instead of the ones that were too full. */
  private List<Cell> round(List<Cell> cells, ExecutorService workers) {
    List<Reading> readings =
        cells.stream().map(c -> new Reading(c, workers.submit(() -> ask(c)))).toList();
    asked += cells.size() * services.size();
    List<Full> full = new ArrayList<>();
    for (Reading reading : readings) {
      List<ZipkinAnswer> answers = collect(reading.answers());
      if (answers != null && answers.stream().anyMatch(ZipkinAnswer::full)) {
        full.add(new Full(reading.cell(), answers));
      } else if (answers != null) {
        keep(reading.cell(), answers);
      }
    }
    return instead(full);
  }

  private List<ZipkinAnswer> ask(Cell cell) {
    List<ZipkinAnswer> answers = new ArrayList<>();
    for (String service : services) {
      if (System.nanoTime() - deadlineNanos > 0) {
        throw new FailureException(
            Failure.transientFailure(
                FailureCodes.TIMEOUT,
                ZipkinClient.SUBJECT,
                "the time for all queries of one answer is used up"));
      }
      answers.add(client.traces(service, cell));
    }
    return answers;
  }

  private @Nullable List<ZipkinAnswer> collect(Future<List<ZipkinAnswer>> running) {
    try {
      return running.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof FailureException known)) {
        throw new IllegalStateException("reading a cell broke", e.getCause());
      }
      tally.failed(known);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      tally.failed(
          new FailureException(
              Failure.transientFailure(
                  FailureCodes.TIMEOUT, ZipkinClient.SUBJECT, "the queries were interrupted")));
    }
    return null;
  }

  private void keep(Cell cell, List<ZipkinAnswer> answers) {
    tally.read(answers);
    for (ZipkinAnswer answer : answers) {
      answer.traces().stream()
          .filter(trace -> cell.contains(trace.getFirst().startNanos()))
          .forEach(trace -> sink.accept(trace, cell));
    }
  }

  private List<Cell> instead(List<Full> full) {
    List<Cell> next = new ArrayList<>();
    int room = (properties.maxQueries() - asked) / services.size();
    int each = full.isEmpty() ? 0 : room / full.size();
    for (Full one : full) {
      Cell cell = one.cell();
      int parts = parts(one);
      if (each < 1 || cell.millis() == 1) {
        keepNewest(one);
      } else if (parts <= each) {
        next.addAll(cell.split(parts));
      } else {
        tally.drawn(cell);
        // The other half is for parts that turn out too full again.
        next.addAll(cell.choose(parts, (each + 1) / 2, query.seed()));
      }
    }
    return next;
  }

  /** A power of two, so that a part is likely to hold half of what may be asked for. */
  private int parts(Full full) {
    long covered = Math.max(1, full.cell().toMillis() - oldestMillis(full));
    long wanted = Math.clamp(2 * full.cell().millis() / covered, 2, MAX_PARTS);
    return (int) Long.highestOneBit(wanted);
  }

  /** The start of the oldest trace of the query that reached least far back. */
  private static long oldestMillis(Full full) {
    return full.answers().stream()
        .filter(ZipkinAnswer::full)
        .mapToLong(answer ->
            answer.traces().stream()
                .mapToLong(t -> t.getFirst().startNanos() / 1_000_000L)
                .min()
                .orElse(full.cell().fromMillis()))
        .max()
        .orElse(full.cell().fromMillis());
  }

  /** Nothing better can be had: the newest stand for the cell, by the time they cover. */
  private void keepNewest(Full full) {
    Cell cell = full.cell();
    tally.cutShort();
    long from = Math.clamp(oldestMillis(full), cell.fromMillis(), cell.toMillis() - 1);
    double share = (double) cell.millis() / (cell.toMillis() - from);
    keep(new Cell(from, cell.toMillis(), cell.weight() * share), full.answers());
  }
}
