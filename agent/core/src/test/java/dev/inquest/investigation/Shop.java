package dev.inquest.investigation;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import dev.inquest.change.Change;
import dev.inquest.change.ChangeKind;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.SeriesId;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.limit.Budget;
import dev.inquest.topology.Mode;
import dev.inquest.topology.ServiceEntry;
import dev.inquest.topology.ServiceMap;
import dev.inquest.topology.Topology;
import dev.inquest.verification.Examined;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A small installation whose troubles are known: 60 samples two seconds apart, the trouble begins
 * at the 46th. Everything that should not matter can be set: names, times, units, order.
 */
final class Shop {
  static final Duration STEP = Duration.ofSeconds(2);
  static final int SAMPLES = 60;
  static final int ONSET = 46;

  final Random random;
  final Instant start;
  final String service;
  final List<MetricSeries> metrics = new ArrayList<>();
  final List<SampledTrace> traces = new ArrayList<>();
  final List<Change> changes = new ArrayList<>();
  final FakeDatabase database = new FakeDatabase("shopdb");
  final FakeRepository repository = new FakeRepository();
  Mode mode = Mode.PROPOSE;
  String alertName = "HighLatency";
  MemoryBook book = new MemoryBook();

  Shop(long seed, Instant start, String service) {
    this.random = new Random(seed);
    this.start = start;
    this.service = service;
  }

  static Shop at(long seed) {
    return new Shop(seed, Instant.parse("2026-07-11T13:30:00Z"), "shop");
  }

  /** What came out, stage by stage. */
  record Run(
      Scope scope,
      Gathered gathered,
      Detection detection,
      List<Hypothesis> hypotheses,
      List<Examined> examined,
      Diagnosis diagnosis,
      ProposeResult proposal) {}

  Run run() {
    Instant now = time(SAMPLES);
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    EngineLimits limits =
        new EngineLimits(
            Duration.ofMinutes(3), STEP, 2_000, 2_000_000, 40, STEP, 1_000, 200, 60, 1L);
    StatisticalEngine engine = new StatisticalEngine(TestCatalogue.threePlaybooks(), limits, clock);
    Sources sources = sources();
    ServiceMap services = services();
    book = new MemoryBook();
    Scope scope = engine.scope(List.of(alert()), services, Topology.EMPTY, now);
    Gathered gathered = engine.gather(scope, services, sources, book, budget(clock), Runnable::run);
    Detection detection = engine.detect(scope, gathered, book);
    List<Hypothesis> hypotheses = engine.hypothesise(scope, gathered, detection, services);
    List<Examined> examined =
        engine.verify(
            scope, gathered, detection, hypotheses, services, sources, book, budget(clock));
    Diagnosis diagnosis = engine.conclude(scope, gathered, detection, examined);
    ProposeResult proposal =
        engine.propose(
            "i1", scope, gathered, diagnosis, examined, services, sources, budget(clock));
    return new Run(scope, gathered, detection, hypotheses, examined, diagnosis, proposal);
  }

  Sources sources() {
    return new Sources(
        List.of(FakeSources.metrics(metrics)),
        traces.isEmpty() ? List.of() : List.of(FakeSources.traces(traces)),
        List.of(),
        List.of(FakeSources.changes(changes)),
        List.of(database),
        List.of(repository));
  }

  ServiceMap services() {
    return new ServiceMap(
        List.of(
            new ServiceEntry(
                service,
                List.of(),
                null,
                "git:shop",
                "main",
                List.of(),
                "db/migration",
                List.of("shopdb"),
                List.of(),
                null,
                null,
                mode)));
  }

  Alert alert() {
    return new Alert(
        "f1",
        time(SAMPLES).minusSeconds(2),
        null,
        AlertStatus.FIRING,
        Map.of("alertname", alertName, "service", service),
        Map.of());
  }

  static Budget budget(Clock clock) {
    return new Budget(clock, clock.instant().plusSeconds(180), 500);
  }

  Instant time(int sample) {
    return start.plus(STEP.multipliedBy(sample));
  }

  /**
   * A series whose level is given by sample, with a tenth of noise.
   *
   * @param labels besides the service
   */
  void metric(String of, String name, Map<String, String> labels, DoubleUnaryOperator level) {
    long[] times = new long[SAMPLES];
    double[] values = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      times[i] = time(i).toEpochMilli();
      values[i] = level.applyAsDouble(i) * (1 + 0.1 * random.nextGaussian());
    }
    Map<String, String> all = new HashMap<>(labels);
    all.put("service", of);
    metrics.add(new MetricSeries(SeriesId.of(name, all), times, values));
  }

  static DoubleUnaryOperator step(double before, double after) {
    return i -> i < ONSET ? before : after;
  }

  /** A request with one database call, at a time within a sample. */
  void trace(int sample, double ownSeconds, String statement, double statementSeconds) {
    trace(sample, ownSeconds, statement, statementSeconds, false, "v1", "a");
  }

  void trace(
      int sample,
      double ownSeconds,
      String statement,
      double statementSeconds,
      boolean error,
      String version,
      String instance) {
    String id = String.format("%032x", traces.size() + 1);
    Instant at = time(sample).plusMillis(100);
    long begin = at.getEpochSecond() * 1_000_000_000L + at.getNano();
    double noise = 1 + 0.1 * random.nextDouble();
    long inner = (long) (statementSeconds * noise * 1e9);
    long outer = (long) (ownSeconds * noise * 1e9) + inner;
    Span root =
        new Span(
            id,
            "01",
            null,
            service,
            instance,
            version,
            "GET /orders",
            SpanKind.SERVER,
            begin,
            outer,
            error,
            Map.of());
    Span call =
        new Span(
            id,
            "02",
            "01",
            service,
            instance,
            version,
            statement,
            SpanKind.CLIENT,
            begin + 1000,
            inner,
            false,
            Map.of("db.system.name", "postgresql"));
    traces.add(new SampledTrace(List.of(root, call), 1, "s"));
  }

  void change(
      ChangeKind kind,
      String id,
      Instant at,
      @Nullable String commit,
      @Nullable String title,
      @Nullable String diff) {
    changes.add(
        new Change(
            id,
            kind,
            at,
            service,
            kind == ChangeKind.DEPLOY ? "v-" + id : null,
            commit,
            null,
            title,
            List.of(),
            diff,
            List.of()));
  }

  /** A commit and, some time later, its deploy. */
  void release(
      String hash, Instant committed, Instant deployed, String title, @Nullable String diff) {
    change(ChangeKind.COMMIT, hash, committed, null, title, diff);
    change(ChangeKind.DEPLOY, "d-" + hash.substring(0, 4), deployed, hash, null, null);
  }

  void shuffle() {
    Collections.shuffle(metrics, random);
    Collections.shuffle(changes, random);
    Collections.shuffle(traces, random);
  }
}
