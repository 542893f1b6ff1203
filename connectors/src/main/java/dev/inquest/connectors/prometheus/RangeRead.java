package dev.inquest.connectors.prometheus;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The queries of one plan, run side by side up to the configured number and merged. A query that
 * cannot be run is halved until the family at fault stands alone; what cannot be had is a warning,
 * unless nothing can be had.
 */
final class RangeRead {
  private static final int MAX_FAMILIES_A_QUERY = 20;
  private static final long MAX_POINTS_A_QUERY = 250_000;

  private static final JsonNode NOTHING =
      JsonMapper.shared().readTree("{\"resultType\": \"matrix\", \"result\": []}");

  private final PrometheusClient client;
  private final PrometheusProperties properties;
  private final RangePlan plan;
  private final PromQl language;
  private final MatrixReader reader;
  private final long deadlineNanos;

  private final Map<String, MetricSeries> found = new TreeMap<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<String> queries = new ArrayList<>();
  private volatile boolean incomplete;

  RangeRead(
      PrometheusClient client,
      PrometheusProperties properties,
      RangePlan plan,
      PromQl language,
      MatrixReader reader) {
    this.client = client;
    this.properties = properties;
    this.plan = plan;
    this.language = language;
    this.reader = reader;
    this.deadlineNanos = System.nanoTime() + properties.readTimeout().toNanos();
  }

  List<MetricSeries> series() {
    return found.values().stream().filter(s -> s.size() > 0).toList();
  }

  List<String> warnings() {
    return warnings;
  }

  /** The expressions asked, in order. */
  List<String> queries() {
    return queries;
  }

  boolean incomplete() {
    return incomplete;
  }

  RangeRead run() {
    List<Batch> batches = batches();
    batches.forEach(b -> queries.add(language.together(b.families())));
    List<FailureException> failures = new ArrayList<>();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(
            properties.maxConcurrent(), Thread.ofVirtual().name("prometheus-", 0).factory())) {
      List<Future<List<PrometheusAnswer>>> running =
          batches.stream().map(b -> workers.submit(() -> ask(b))).toList();
      running.forEach(r -> collect(r, failures));
    }
    if (!failures.isEmpty() && failures.size() == batches.size()) {
      throw failures.getFirst();
    }
    failures.forEach(f -> warnings.add("some metrics are missing: " + f.failure().message()));
    incomplete = incomplete || !failures.isEmpty();
    return this;
  }

  private record Batch(List<Family> families, RangePlan.Piece piece) {}

  private List<Batch> batches() {
    List<Batch> batches = new ArrayList<>();
    for (RangePlan.Piece piece : plan.pieces()) {
      long points = (piece.toSecond() - piece.fromSecond()) / plan.step().toSeconds() + 1;
      List<Family> together = new ArrayList<>();
      long sum = 0;
      for (Family family : plan.families()) {
        long more = points * family.series();
        if (!together.isEmpty()
            && (together.size() == MAX_FAMILIES_A_QUERY || sum + more > MAX_POINTS_A_QUERY)) {
          batches.add(new Batch(List.copyOf(together), piece));
          together.clear();
          sum = 0;
        }
        together.add(family);
        sum += more;
      }
      if (!together.isEmpty()) {
        batches.add(new Batch(List.copyOf(together), piece));
      }
    }
    return batches;
  }

  private List<PrometheusAnswer> ask(Batch batch) {
    try {
      return List.of(askOnce(batch));
    } catch (FailureException e) {
      boolean partial = e.failure().code().equals(PrometheusAnswer.NOT_RUN);
      int half = batch.families().size() / 2;
      if (!partial || half == 0) {
        throw e;
      }
      List<PrometheusAnswer> both = new ArrayList<>();
      List<Family> families = batch.families();
      askHalf(new Batch(families.subList(0, half), batch.piece()), both);
      askHalf(new Batch(families.subList(half, families.size()), batch.piece()), both);
      return both;
    }
  }

  private void askHalf(Batch half, List<PrometheusAnswer> into) {
    try {
      into.addAll(ask(half));
    } catch (FailureException e) {
      incomplete = true;
      String names = half.families().stream().map(Family::name).limit(3).toList().toString();
      into.add(
          new PrometheusAnswer(NOTHING, List.of(names + " not read: " + e.failure().message())));
    }
  }

  private void collect(Future<List<PrometheusAnswer>> running, List<FailureException> failures) {
    try {
      for (PrometheusAnswer answer : running.get()) {
        answer.warnings().stream().filter(w -> !warnings.contains(w)).forEach(warnings::add);
        reader
            .read(answer.data())
            .forEach(s -> found.merge(s.id().toString(), s, RangeRead::joined));
      }
    } catch (ExecutionException e) {
      failures.add(failure(e.getCause()));
    } catch (FailureException e) {
      failures.add(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failures.add(failure(e));
    }
  }

  private static FailureException failure(@Nullable Throwable cause) {
    if (cause instanceof FailureException known) {
      return known;
    }
    return new FailureException(
        Failure.transientFailure(
            "source-unavailable", PrometheusAnswer.SUBJECT, "the queries were interrupted"));
  }

  /** Pieces of one series come in order of time; one that was asked twice is taken once. */
  private static MetricSeries joined(MetricSeries earlier, MetricSeries later) {
    if (earlier.size() == 0) {
      return later;
    }
    int from = later.firstAtOrAfter(earlier.millisAt(earlier.size() - 1) + 1);
    int count = earlier.size() + later.size() - from;
    long[] times = new long[count];
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      boolean old = i < earlier.size();
      int at = old ? i : from + i - earlier.size();
      times[i] = old ? earlier.millisAt(at) : later.millisAt(at);
      values[i] = old ? earlier.valueAt(at) : later.valueAt(at);
    }
    return new MetricSeries(earlier.id(), times, values);
  }

  private PrometheusAnswer askOnce(Batch batch) {
    if (System.nanoTime() - deadlineNanos > 0) {
      throw new FailureException(
          Failure.transientFailure(
              "source-timeout",
              PrometheusAnswer.SUBJECT,
              "the time for all queries of one answer is used up"));
    }
    return client.post(
        "query_range",
        List.of(
            Map.entry("query", language.together(batch.families())),
            Map.entry("start", Long.toString(batch.piece().fromSecond())),
            Map.entry("end", Long.toString(batch.piece().toSecond())),
            Map.entry("step", Long.toString(plan.step().toSeconds()))));
  }
}
