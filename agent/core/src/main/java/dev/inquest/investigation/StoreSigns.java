package dev.inquest.investigation;

import dev.inquest.analysis.Sign;
import dev.inquest.analysis.Symptom;
import dev.inquest.change.Words;
import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.SeriesId;
import dev.inquest.evidence.Span;
import dev.inquest.topology.Topology;
import dev.inquest.topology.Topology.Node;
import dev.inquest.topology.Topology.NodeKind;
import dev.inquest.topology.TraceTopology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What telemetry tells of stores that nobody can be asked about: the time their statements take,
 * the locks that are waited for, the words of what fails. No probe is needed for it.
 */
public final class StoreSigns {
  private static final Set<NodeKind> STORES = Set.of(NodeKind.DATABASE, NodeKind.CACHE);
  private static final Set<String> DATABASE_WORDS =
      Set.of("db", "sql", "database", "query", "queries", "statement", "statements", "jdbc");
  private static final Set<String> LOCK_WORDS =
      Set.of("lock", "locks", "deadlock", "deadlocks", "blocked");

  /** A statement that takes so many times as long is another statement. */
  private static final double SLOWED = 2;

  /** So many times as many calls make a store slow by themselves. */
  private static final double MORE_CALLS = 1.5;

  private static final double CLEAR = 0.85;
  private static final double UNCLEAR = 0.6;

  /** It may be the wait for a connection. */
  private static final double AS_THE_CLIENT_SEES_IT = 0.3;

  private static final double LOCKS = 0.8;
  private static final double LEAST_SHARE = 0.15;

  private final Gathered gathered;
  private final List<Shift> shifts;
  private final Set<String> stores;

  /** How many series time statements sent to each. */
  private final Map<String, Long> timed;

  private StoreSigns(Gathered gathered, List<Shift> shifts) {
    this.gathered = gathered;
    this.shifts = shifts;
    this.stores = new TreeSet<>();
    gathered.topology().nodes().stream()
        .filter(node -> STORES.contains(node.kind()))
        .map(Node::id)
        .forEach(stores::add);
    gathered.metrics().stream()
        .map(series -> series.id())
        .filter(StoreSigns::ofDatabase)
        .map(id -> Objects.requireNonNull(id.label("peer")))
        .forEach(stores::add);
    this.timed =
        gathered.metrics().stream()
            .map(series -> series.id())
            .filter(StoreSigns::timesCalls)
            .collect(
                Collectors.groupingBy(
                    id -> Objects.requireNonNull(id.label("peer")), Collectors.counting()));
  }

  /** Those that show by the onset, the clearest first. */
  public static List<StoreSign> of(
      Gathered gathered, Detection detection, Failures failures, Onset onset) {
    List<Shift> early =
        detection.shifts().stream()
            .filter(shift -> !shift.onset().from().isAfter(onset.to()))
            .toList();
    StoreSigns signs = new StoreSigns(gathered, early);
    List<StoreSign> found = new ArrayList<>();
    early.forEach(shift -> signs.statement(shift).ifPresent(found::add));
    early.forEach(shift -> signs.waiting(shift).ifPresent(found::add));
    signs.spans(detection.operations()).forEach(found::add);
    found.addAll(signs.words(failures));
    found.sort(
        Comparator.comparingDouble((StoreSign s) -> -s.strength()).thenComparing(StoreSign::store));
    return List.copyOf(found);
  }

  /** Whether statements sent to the store are timed at all. */
  public static boolean timed(Gathered gathered, String store) {
    return gathered.metrics().stream()
        .map(series -> series.id())
        .anyMatch(id -> store.equals(id.label("peer")) && timesCalls(id));
  }

  private static boolean timesCalls(SeriesId id) {
    return id.label("peer") != null && Symptom.of(id) == Symptom.LATENCY;
  }

  private static boolean ofDatabase(SeriesId id) {
    return id.label("peer") != null
        && Words.parts(id.name()).stream().anyMatch(DATABASE_WORDS::contains);
  }

  private Optional<StoreSign> statement(Shift shift) {
    SeriesId id = shift.series();
    String store = id.label("peer");
    boolean slower =
        store != null
            && stores.contains(store)
            && slowed(shift)
            && calls(id).stream().noneMatch(more -> more.after() >= MORE_CALLS * more.before());
    if (!slower || store == null) {
      return Optional.empty();
    }
    String operation = id.label("operation");
    return Optional.of(
        new StoreSign(
            store,
            StoreSign.Kind.STATEMENT,
            id.service(),
            operation,
            strength(store),
            "No more of them are sent, and "
                + Sentences.shift(id, shift.before(), shift.after())
                + ", at "
                + Sentences.plain(store)
                + ".",
            List.of(shift.evidence())));
  }

  /** Calls of stores, in the sampled traces, that take longer each. */
  private List<StoreSign> spans(List<OperationShift> operations) {
    Map<String, String> called = new TreeMap<>();
    for (SampledTrace trace : gathered.traces()) {
      for (Span span : trace.spans()) {
        String store = TraceTopology.database(span);
        if (store != null) {
          called.putIfAbsent(span.service() + '\0' + span.operation(), called(store));
        }
      }
    }
    List<StoreSign> found = new ArrayList<>();
    for (OperationShift shift : operations) {
      String store = called.get(shift.service() + '\0' + shift.operation());
      if (store != null && shift.afterP50Seconds() >= SLOWED * shift.beforeP50Seconds()) {
        found.add(
            new StoreSign(
                store,
                StoreSign.Kind.STATEMENT,
                shift.service(),
                shift.operation(),
                AS_THE_CLIENT_SEES_IT,
                Sentences.plain(shift.operation())
                    + " of "
                    + Sentences.plain(shift.service())
                    + " takes "
                    + Figures.seconds(shift.afterP50Seconds())
                    + " at "
                    + Sentences.plain(store)
                    + ", before "
                    + Figures.seconds(shift.beforeP50Seconds())
                    + " (median).",
                List.of(shift.evidence())));
      }
    }
    return found;
  }

  private static boolean slowed(Shift shift) {
    return Symptom.of(shift.series()) == Symptom.LATENCY
        && shift.effect() > 0
        && shift.after() >= SLOWED * shift.before();
  }

  /** Shifts in how often that very statement is sent. */
  private List<Shift> calls(SeriesId id) {
    return shifts.stream()
        .filter(shift -> Symptom.of(shift.series()) == Symptom.TRAFFIC)
        .filter(shift -> Objects.equals(shift.series().service(), id.service()))
        .filter(shift -> Objects.equals(shift.series().label("peer"), id.label("peer")))
        .filter(shift -> Objects.equals(shift.series().label("operation"), id.label("operation")))
        .toList();
  }

  /**
   * Where some statements there take no longer, it is that statement's own matter; where those of
   * several services do and those sent elsewhere do not, it is the store's.
   */
  private double strength(String store) {
    Set<String> slower = new TreeSet<>();
    int there = 0;
    boolean elsewhere = false;
    for (Shift shift : shifts) {
      String peer = shift.series().label("peer");
      if (peer != null && stores.contains(peer) && slowed(shift)) {
        elsewhere |= !peer.equals(store);
        there += peer.equals(store) ? 1 : 0;
        slower.add(peer.equals(store) ? String.valueOf(shift.series().service()) : "");
      }
    }
    slower.remove("");
    return there < timed.getOrDefault(store, 0L) || (slower.size() > 1 && !elsewhere)
        ? CLEAR
        : UNCLEAR;
  }

  private Optional<StoreSign> waiting(Shift shift) {
    String service = shift.series().service();
    boolean locks = Words.parts(shift.series().name()).stream().anyMatch(LOCK_WORDS::contains);
    return locks && service != null && stores.contains(service) && shift.effect() > 0
        ? Optional.of(
            new StoreSign(
                service,
                StoreSign.Kind.WAITING,
                null,
                null,
                LOCKS,
                Sentences.shift(shift.series(), shift.before(), shift.after()) + ".",
                List.of(shift.evidence())))
        : Optional.empty();
  }

  /** A service that uses one store speaks of that one. */
  private List<StoreSign> words(Failures failures) {
    Map<String, List<Failure>> byStore = new TreeMap<>();
    for (Failure failure : failures.all()) {
      if (failure.speaksOf(Sign.LOCK_WAITS)) {
        spokenOf(failure.service())
            .ifPresent(
                store -> byStore.computeIfAbsent(store, k -> new ArrayList<>()).add(failure));
      }
    }
    List<StoreSign> found = new ArrayList<>();
    byStore.forEach((store, those) -> {
      double share = (double) those.size() / failures.all().size();
      if (share >= LEAST_SHARE) {
        found.add(
            new StoreSign(
                store,
                StoreSign.Kind.WORDS,
                null,
                null,
                LOCKS * StrictMath.sqrt(share),
                Figures.three(100 * share)
                    + " % of what fails speaks of locks: «"
                    + Sentences.plain(those.getFirst().template())
                    + "».",
                said()));
      }
    });
    return found;
  }

  /** Where words stand: in records and in failed spans. */
  private List<String> said() {
    List<String> said = new ArrayList<>(Cited.ids(gathered, EvidenceKind.LOGS));
    said.addAll(Cited.ids(gathered, EvidenceKind.TRACES));
    return said;
  }

  private Optional<String> spokenOf(String service) {
    if (stores.contains(service)) {
      return Optional.of(called(service));
    }
    Topology topology = gathered.topology();
    List<String> used =
        topology.calleesOf(service).stream()
            .filter(stores::contains)
            .map(this::called)
            .distinct()
            .toList();
    return used.size() == 1 ? Optional.of(used.getFirst()) : Optional.empty();
  }

  /** Traces call {@code postgresql:shop} what metrics call {@code shop}. */
  private String called(String store) {
    String name = store.substring(store.indexOf(':') + 1);
    return stores.contains(name) ? name : store;
  }
}
