package dev.inquest.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.Evidence;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import dev.inquest.topology.Topology;
import dev.inquest.topology.Topology.Edge;
import dev.inquest.topology.Topology.Node;
import dev.inquest.topology.Topology.NodeKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A service that sends two statements to one database; it began at 06:10. */
class StoreSignsTest {
  private static final Instant BEGAN = Instant.parse("2026-05-04T06:10:00Z");
  private static final Onset ONSET = new Onset(BEGAN, BEGAN.plusSeconds(30));
  private static final SeriesId READ = statement("SELECT orders", "seconds");
  private static final SeriesId WRITE = statement("UPDATE orders", "seconds");
  private static final SeriesId LOCKS =
      SeriesId.of("locks.waiting", Map.of("service", "orders-db"));

  private final List<LogRecord> logs = new ArrayList<>();
  private final List<Shift> shifts = new ArrayList<>();

  private static SeriesId statement(String operation, String unit) {
    return SeriesId.of(
        "db.client." + unit,
        Map.of("service", "shop", "peer", "orders-db", "operation", operation));
  }

  private void shift(SeriesId id, double before, double after) {
    shift(id, before, after, ONSET);
  }

  private void shift(SeriesId id, double before, double after, Onset at) {
    double effect = after > before ? 9 : -9;
    shifts.add(
        new Shift("e" + shifts.size(), id, at, before, after, effect, effect, effect, 0.001));
  }

  private void says(String service, String text, int times) {
    for (int i = 0; i < times; i++) {
      logs.add(
          new LogRecord(BEGAN.plusSeconds(i), service, null, null, 17, text, null, null, Map.of()));
    }
  }

  private List<StoreSign> found() {
    Topology topology =
        new Topology(
            List.of(
                new Node("shop", NodeKind.SERVICE, null, null),
                new Node("orders-db", NodeKind.DATABASE, null, null)),
            List.of(new Edge("shop", "orders-db")));
    Gathered gathered =
        new Gathered(
            List.of(series(READ), series(WRITE)),
            List.of(),
            logs,
            List.of(),
            topology,
            List.of(),
            List.of(),
            List.of(read("e8", EvidenceKind.LOGS), read("e9", EvidenceKind.TRACES)));
    return StoreSigns.of(
        gathered,
        new Detection(ONSET, shifts, List.of()),
        Failures.of(gathered, BEGAN, Failures.EARLY),
        ONSET);
  }

  private static Evidence read(String id, EvidenceKind kind) {
    return new Evidence(
        id, kind, "test", BEGAN, "all", "all", Evidence.NOT_STORED, 0, List.of(), new TreeMap<>());
  }

  private static MetricSeries series(SeriesId id) {
    return new MetricSeries(id, new long[] {0}, new double[] {1});
  }

  @Test
  void oneStatementThatTakesLongerIsClear() {
    shift(WRITE, 0.004, 0.2);
    assertThat(found())
        .singleElement()
        .satisfies(sign -> {
          assertThat(sign.kind()).isEqualTo(StoreSign.Kind.STATEMENT);
          assertThat(sign.store()).isEqualTo("orders-db");
          assertThat(sign.client()).isEqualTo("shop");
          assertThat(sign.statement()).isEqualTo("UPDATE orders");
          assertThat(sign.strength()).isEqualTo(0.85);
          assertThat(sign.evidence()).containsExactly("e0");
          assertThat(sign.sentence()).contains("from 4 ms to 200 ms (50×)");
        });
  }

  @Test
  void allOfThemAtOnceMayBeItsLoad() {
    shift(READ, 0.004, 0.2);
    shift(WRITE, 0.004, 0.2);
    assertThat(found()).hasSize(2).allMatch(sign -> sign.strength() == 0.6);
  }

  @Test
  void oneThatIsSentMoreOftenIsSlowForThat() {
    shift(WRITE, 0.004, 0.2);
    shift(statement("UPDATE orders", "rate"), 10, 16);
    assertThat(found()).isEmpty();
  }

  @Test
  void whatGrowsAfterItBeganIsNoSign() {
    Onset later = new Onset(BEGAN.plusSeconds(60), BEGAN.plusSeconds(90));
    shift(WRITE, 0.004, 0.2, later);
    assertThat(found()).isEmpty();
  }

  @Test
  void alittleLongerIsNoOtherStatement() {
    shift(WRITE, 0.004, 0.007);
    assertThat(found()).isEmpty();
  }

  @Test
  void locksThatAreWaitedFor() {
    shift(LOCKS, 0, 12);
    assertThat(found()).extracting(StoreSign::kind).containsExactly(StoreSign.Kind.WAITING);
  }

  @Test
  void aClientOfOneStoreSpeaksOfThatOne() {
    says("shop", "canceling statement due to lock timeout", 1);
    says("shop", "call failed", 3);
    assertThat(found())
        .singleElement()
        .satisfies(sign -> {
          assertThat(sign.kind()).isEqualTo(StoreSign.Kind.WORDS);
          assertThat(sign.strength()).isEqualTo(0.4);
          assertThat(sign.evidence()).containsExactly("e8", "e9");
          assertThat(sign.sentence()).startsWith("25 % of what fails speaks of locks");
        });
  }

  @Test
  void aWordOnceIsNoSign() {
    says("orders-db", "process 41 still waiting for ShareLock on transaction 7", 1);
    says("shop", "call failed", 9);
    assertThat(found()).isEmpty();
  }
}
