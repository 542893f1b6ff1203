package dev.inquest.investigation;

import dev.inquest.analysis.Symptom;
import dev.inquest.change.Words;
import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.SeriesId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What telemetry tells of stores that nobody can be asked about: the time their statements take,
 * the locks that are waited for, the words of what fails. No probe is needed for it.
 */
public final class StoreSigns {
  private static final Set<String> LOCK_WORDS =
      Set.of("lock", "locks", "deadlock", "deadlocks", "blocked");

  /** A statement that takes so many times as long is another statement. */
  static final double SLOWED = 2;

  /** So many times as many calls make a store slow by themselves. */
  private static final double MORE_CALLS = 1.5;

  private static final double CLEAR = 0.85;
  private static final double UNCLEAR = 0.6;

  static final double LOCKS = 0.8;

  private final List<Shift> shifts;
  private final Stores stores;

  /** How many series time statements sent to each. */
  private final Map<String, Long> timed;

  private StoreSigns(Gathered gathered, List<Shift> shifts) {
    this.shifts = shifts;
    this.stores = new Stores(gathered);
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
    found.addAll(StoreSpans.of(gathered, signs.stores, detection.operations()));
    found.addAll(new StoreWords(gathered, signs.stores).of(failures));
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
}
