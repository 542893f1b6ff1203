package dev.inquest.connectors.postgresql.baseline;

import dev.inquest.connectors.postgresql.session.ReadOnlySession;
import dev.inquest.connectors.postgresql.session.Witness;
import dev.inquest.evidence.BaselineStore;
import dev.inquest.evidence.BaselineStore.Snapshot;
import dev.inquest.evidence.TimeWindow;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The baseline of one database: takes samples, keeps them and reads them back. Thread-safe. */
public final class Baseline {
  public static final String STATEMENTS = "statements";
  public static final String TABLES = "tables";
  static final String WAITS = "waits";
  static final String CONNECTIONS = "connections";

  /** Texts are kept once, apart from the counters, and again before the first copy expires. */
  static final String TEXTS = "texts";

  static final Duration KEPT = Duration.ofHours(24);
  private static final Duration TEXTS_AGAIN = Duration.ofHours(12);
  private static final Duration LATE_ANSWER = Duration.ofMinutes(10);

  private final Witness witness;
  private final BaselineStore store;
  private final Clock clock;
  private final Set<String> textsKept = new HashSet<>();
  private Instant textsForgottenAt = Instant.EPOCH;

  public Baseline(Witness witness, BaselineStore store, Clock clock) {
    this.witness = witness;
    this.store = store;
    this.clock = clock;
  }

  /** Takes and keeps one sample of every kind. */
  public synchronized void sample() {
    Instant at = now();
    Map<String, String> contents = witness.read(session -> contents(session, at));
    contents.forEach(
        (kind, content) -> store.append(new Snapshot(witness.name(), kind, at, content)));
  }

  /** Deletes what is older than a day. */
  void expire() {
    store.deleteBefore(now().minus(KEPT));
  }

  /**
   * The samples of one kind from a window, and the first one after it. Where there is none after it
   * yet, one is taken now, so that "after" is current; asking the same again answers the same.
   */
  public List<CounterSample> samples(String kind, TimeWindow window) {
    List<Snapshot> found = between(kind, window.from(), window.to().plus(LATE_ANSWER));
    boolean current =
        (!found.isEmpty() && !found.getLast().at().isBefore(window.to()))
            || now().isAfter(window.to().plus(LATE_ANSWER));
    if (!current) {
      sample();
      found = between(kind, window.from(), window.to().plus(LATE_ANSWER));
    }
    return upToFirstAfter(found, window.to()).stream().map(SampleCodec::read).toList();
  }

  /** The texts of statements by id: from the server, else as they were kept. */
  public Map<String, String> texts(Collection<String> ids) {
    Map<String, String> texts =
        new LinkedHashMap<>(witness.read(session -> StatementStatistics.texts(session, ids)));
    if (!texts.keySet().containsAll(ids)) {
      for (Snapshot kept : between(TEXTS, now().minus(KEPT), now().plusMillis(1))) {
        SampleCodec.readTexts(kept)
            .forEach((id, text) -> {
              if (ids.contains(id)) {
                texts.putIfAbsent(id, text);
              }
            });
      }
    }
    return texts;
  }

  private Map<String, String> contents(ReadOnlySession session, Instant at) throws SQLException {
    Map<String, String> contents = new LinkedHashMap<>();
    CounterSample statements = StatementStatistics.sample(session, at);
    contents.put(STATEMENTS, SampleCodec.write(statements));
    contents.put(TABLES, SampleCodec.write(TableStatistics.sample(session, at)));
    contents.put(WAITS, SampleCodec.write(ActivityStatistics.waits(session, at)));
    contents.put(CONNECTIONS, SampleCodec.write(ActivityStatistics.connections(session, at)));
    Map<String, String> texts = newTexts(session, statements, at);
    if (!texts.isEmpty()) {
      contents.put(TEXTS, SampleCodec.writeTexts(texts));
    }
    return contents;
  }

  private Map<String, String> newTexts(ReadOnlySession session, CounterSample sample, Instant at)
      throws SQLException {
    if (textsForgottenAt.plus(TEXTS_AGAIN).isBefore(at)) {
      textsKept.clear();
      textsForgottenAt = at;
    }
    Set<String> unknown = new HashSet<>(sample.counters().keySet());
    unknown.removeAll(textsKept);
    Map<String, String> texts = StatementStatistics.texts(session, unknown);
    textsKept.addAll(texts.keySet());
    return texts;
  }

  private List<Snapshot> between(String kind, Instant from, Instant to) {
    return store.between(witness.name(), kind, new TimeWindow(from, to));
  }

  private static List<Snapshot> upToFirstAfter(List<Snapshot> snapshots, Instant end) {
    List<Snapshot> kept = new ArrayList<>();
    for (Snapshot snapshot : snapshots) {
      kept.add(snapshot);
      if (!snapshot.at().isBefore(end)) {
        break;
      }
    }
    return kept;
  }

  /** As exact as the store keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
