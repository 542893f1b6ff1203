package dev.inquest.investigation;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeQuery;
import dev.inquest.change.ChangeSource;
import dev.inquest.evidence.DatabaseProbe;
import dev.inquest.evidence.Evidence;
import dev.inquest.evidence.EvidenceBook;
import dev.inquest.evidence.LogQuery;
import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.LogSource;
import dev.inquest.evidence.MetricQuery;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.MetricSource;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.ProbeQuery;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.evidence.TraceQuery;
import dev.inquest.evidence.TraceSource;
import dev.inquest.limit.Budget;
import dev.inquest.topology.ServiceMap;
import dev.inquest.topology.TraceTopology;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/** Asks every source at once; writes each answer down; names what could not be had. */
final class GatherStage {
  /** Commits are older than the deploys that bring them out. */
  private static final Duration CHANGE_LOOK_BACK = Duration.ofDays(7);

  /** Of what is left of the investigation's time; the rest is for finding out. */
  private static final int SHARE_OF_TIME = 2;

  /** Nobody waits longer for a source that hangs. */
  private static final Duration MAX_PATIENCE = Duration.ofSeconds(30);

  private static final List<String> FIRST_PROBES = List.of("connections", "locks", "settings");

  private final EngineLimits limits;
  private final Clock clock;

  GatherStage(EngineLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  Gathered gather(
      Scope scope,
      ServiceMap services,
      Sources sources,
      EvidenceBook book,
      Budget budget,
      Executor executor) {
    Round round = new Round(scope, book, budget, executor);
    sources.metrics().forEach(round::ask);
    sources.traces().forEach(round::ask);
    sources.logs().forEach(round::ask);
    sources.changes().forEach(round::ask);
    for (String target : Targets.of(scope, services, sources)) {
      sources.databases().stream()
          .filter(probe -> probe.targets().contains(target))
          .findFirst()
          .ifPresent(probe -> round.ask(probe, target));
    }
    return round.finish(sources);
  }

  /** One gathering; used by one thread. */
  private final class Round {
    private final Scope scope;
    private final EvidenceBook book;
    private final Budget budget;
    private final Executor executor;
    private final Instant deadline;
    private final List<SourceCall<?>> calls = new ArrayList<>();
    private final Map<String, MetricSeries> metrics = new TreeMap<>();
    private final List<SampledTrace> traces = new ArrayList<>();
    private final List<LogRecord> logs = new ArrayList<>();
    private final Map<String, Change> changes = new TreeMap<>();
    private final List<ProbeAnswer> probes = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();

    Round(Scope scope, EvidenceBook book, Budget budget, Executor executor) {
      this.scope = scope;
      this.book = book;
      this.budget = budget;
      this.executor = executor;
      Instant now = clock.instant();
      Duration share = Duration.between(now, budget.deadline()).dividedBy(SHARE_OF_TIME);
      this.deadline = now.plus(share.compareTo(MAX_PATIENCE) < 0 ? share : MAX_PATIENCE);
    }

    void ask(MetricSource source) {
      MetricQuery query =
          new MetricQuery(
              Set.of(), scope.window(), limits.step(), limits.maxSeries(), limits.maxPoints());
      start(
          "metrics",
          () -> source.series(query),
          answer -> {
            answer.series().forEach(s -> metrics.putIfAbsent(s.id().toString(), s));
            warn("metrics", answer.warnings(), answer.truncated());
            String summary = answer.series().size() + " metric series from " + source.name();
            evidence.add(book.metrics(source.name(), query, answer, summary));
          });
    }

    void ask(TraceSource source) {
      TraceQuery query =
          new TraceQuery(
              scope.alerting(),
              scope.window(),
              limits.traceSlice(),
              limits.tracesPerStratum(),
              limits.seed());
      start(
          "traces",
          () -> source.sample(query),
          answer -> {
            traces.addAll(answer.traces());
            warn("traces", answer.warnings(), false);
            String summary =
                answer.traces().size() + " traces sampled from " + answer.seen() + " seen";
            evidence.add(book.traces(source.name(), query, answer, summary));
          });
    }

    void ask(LogSource source) {
      LogQuery query =
          new LogQuery(logging(), scope.window(), limits.maxLogRecords(), limits.seed());
      start(
          "logs",
          () -> source.logs(query),
          answer -> {
            logs.addAll(answer.records());
            warn("logs", answer.warnings(), false);
            String summary =
                answer.records().size() + " log records sampled from " + answer.seen() + " seen";
            evidence.add(book.logs(source.name(), query, answer, summary));
          });
    }

    /** Where it is not known who calls whom, anyone's logs may tell. */
    private Set<String> logging() {
      return scope.known().edges().isEmpty() ? Set.of() : scope.services();
    }

    void ask(ChangeSource source) {
      TimeWindow window =
          new TimeWindow(scope.window().from().minus(CHANGE_LOOK_BACK), scope.window().to());
      ChangeQuery query = new ChangeQuery(Set.of(), window, limits.maxChanges());
      start(
          "changes",
          () -> source.changes(query),
          answer -> {
            answer.changes().forEach(c -> changes.merge(c.kind() + " " + c.id(), c, Round::richer));
            warn("changes", answer.warnings(), false);
            String summary = answer.changes().size() + " changes from " + source.name();
            evidence.add(book.changes(source.name(), query, answer, summary));
          });
    }

    void ask(DatabaseProbe probe, String target) {
      for (String template : FIRST_PROBES) {
        if (probe.templates().contains(template)) {
          ProbeQuery query = ProbeQuery.of(template, target, Map.of());
          start(
              "database " + target,
              () -> probe.ask(query),
              answer -> {
                probes.add(answer);
                String summary = template + " of database " + target;
                evidence.add(book.probe(probe.name(), answer, summary));
              });
        }
      }
    }

    Gathered finish(Sources sources) {
      calls.forEach(call -> call.await(timeLeft(), this::miss));
      missIf(sources.metrics().isEmpty(), metrics.isEmpty(), "metrics");
      missIf(sources.traces().isEmpty(), traces.isEmpty(), "traces");
      missIf(sources.logs().isEmpty(), logs.isEmpty(), "logs");
      missIf(sources.changes().isEmpty(), changes.isEmpty(), "changes");
      var topology = TraceTopology.of(scope.known(), traces);
      if (!topology.nodes().isEmpty()) {
        String summary = topology.nodes().size() + " nodes and " + topology.edges().size();
        evidence.add(book.topology("engine", topology, summary + " edges, from calls seen"));
      }
      return new Gathered(
          List.copyOf(metrics.values()),
          traces,
          logs,
          changes.values().stream()
              .sorted(java.util.Comparator.comparing(Change::at).thenComparing(Change::id))
              .toList(),
          topology,
          probes,
          missing.stream().distinct().sorted().toList(),
          evidence);
    }

    private <T> void start(
        String kind, java.util.function.Supplier<T> question, java.util.function.Consumer<T> use) {
      calls.add(
          SourceCall.start(
              kind,
              executor,
              () -> {
                budget.spendQuery(kind);
                return question.get();
              },
              use));
    }

    private Duration timeLeft() {
      return Duration.between(clock.instant(), deadline);
    }

    private void warn(String kind, List<String> warnings, boolean truncated) {
      if (truncated) {
        missing.add(kind + ": cut at a limit");
      }
      if (!warnings.isEmpty()) {
        missing.add(kind + ": partial");
      }
    }

    private void missIf(boolean noSource, boolean empty, String kind) {
      if (noSource) {
        missing.add(kind);
      } else if (empty && missing.stream().noneMatch(m -> m.startsWith(kind))) {
        missing.add(kind + ": none found");
      }
    }

    private void miss(String what) {
      missing.add(what);
    }

    /** Two sources may tell of one change; the one with its diff says more. */
    private static Change richer(Change first, Change second) {
      return first.diff() == null && second.diff() != null ? second : first;
    }
  }
}
