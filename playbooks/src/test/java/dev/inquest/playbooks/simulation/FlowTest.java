package dev.inquest.playbooks.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inquest.topology.Topology.NodeKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowTest {
  private static final Timeframe TIME =
      new Timeframe(Instant.parse("2026-03-02T08:00:00Z"), 60, 40, 20);
  private static final Load CALM = new Load(new Dice(5), TIME, 43_200, 0);

  private static History run(World world, Load load, Timeframe time, Turning turning) {
    return Flow.upTo(0, world, load, time).on(turning);
  }

  private static Part part(int index, String name, int workers, double arrivals, List<Call> calls) {
    return new Part(
        index,
        name,
        NodeKind.SERVICE,
        true,
        "go",
        0.1,
        workers,
        64,
        0,
        arrivals,
        arrivals,
        0.1,
        List.of(new Replica(index, index, name + "-0", "node-a0", "zone-a")),
        calls);
  }

  private static Call call(int index, int from, int to) {
    return new Call(index, from, to, "get", 1, 1, 0, 60, 1, true, null);
  }

  @Test
  void oneServiceWaitsByErlangsFormula() {
    Part one = part(0, "one", 4, 20, List.of());
    World world = new World(List.of(one), List.of(), one.replicas(), List.of("node-a0"));
    History history = run(world, CALM, TIME, Turning.NOTHING);
    double rate = 20 * CALM.at(7);
    double own = history.own[7][0];
    assertThat(own).isCloseTo(0.1, within(1e-4));
    assertThat(history.wait[7][0]).isCloseTo(Queueing.wait(4, rate * own, own), within(1e-9));
    assertThat(history.partRate[7][0]).isCloseTo(rate, within(1e-9));
  }

  /** a calls b, b calls c; d calls nobody. */
  private static World chain() {
    List<Call> calls = List.of(call(0, 0, 1), call(1, 1, 2));
    List<Part> parts =
        List.of(
            part(0, "a", 400, 5, List.of(calls.get(0))),
            part(1, "b", 400, 0, List.of(calls.get(1))),
            part(2, "c", 400, 0, List.of()),
            part(3, "d", 400, 5, List.of()));
    return new World(
        parts,
        calls,
        parts.stream().flatMap(p -> p.replicas().stream()).toList(),
        List.of("node-a0"));
  }

  @Test
  void aCalleesAddedLatencyReachesExactlyItsCallers() {
    World world = chain();
    History usual = run(world, CALM, TIME, Turning.NOTHING);
    History slow =
        run(world, CALM, TIME, (dials, step) -> dials.extra[1] += step >= TIME.onset() ? 0.5 : 0);
    for (int p = 0; p < 4; p++) {
      double added = slow.latency(world.part(p), 30) - usual.latency(world.part(p), 30);
      assertThat(added).as(world.part(p).name()).isCloseTo(p <= 1 ? 0.5 : 0, within(1e-6));
    }
    assertThat(world.waitingFor(world.part(1))).containsExactly(true, true, false, false);
  }

  @Test
  void nothingIsSeenBeforeTheFault() {
    World world = WorldMaker.make(new Dice(9), 12);
    History usual = run(world, CALM, TIME, Turning.NOTHING);
    History bad =
        run(world, CALM, TIME, (dials, step) -> dials.fail[0] = step >= TIME.onset() ? 0.5 : 0);
    for (int t = 0; t < TIME.onset(); t++) {
      assertThat(bad.latency[t]).containsExactly(usual.latency[t]);
      assertThat(bad.errors[t]).containsExactly(usual.errors[t]);
    }
    assertThat(bad.errors[TIME.onset()][0]).isGreaterThan(0.5);
  }

  /** What queues hold, and who failed before, goes on from there. */
  @Test
  void whoGoesOnFromAStepGoesOnAsIfFromTheStart() {
    World world = WorldMaker.make(new Dice(9), 12);
    Load load = new Load(new Dice(5), TIME, 0, 1);
    Turning turning =
        (dials, step) -> {
          if (step >= TIME.onset()) {
            dials.slow[0] = 3;
            dials.fail[1] = 0.3;
          }
        };
    Flow before = Flow.upTo(TIME.onset(), world, load, TIME);
    assertThat(before.on(Turning.NOTHING))
        .usingRecursiveComparison()
        .isEqualTo(run(world, load, TIME, Turning.NOTHING));
    assertThat(before.on(turning))
        .usingRecursiveComparison()
        .isEqualTo(run(world, load, TIME, turning))
        .isNotEqualTo(run(world, load, TIME, Turning.NOTHING));
  }

  @Test
  void failuresComeUpToCallersAndRetriesHideThem() {
    World world = chain();
    History bad = run(world, CALM, TIME, (dials, step) -> dials.fail[2] = 0.2);
    assertThat(bad.errors(world.part(0), 30)).isCloseTo(0.2, within(0.01));
    History twice =
        run(
            world,
            CALM,
            TIME,
            (dials, step) -> {
              dials.fail[2] = 0.2;
              dials.tries[1] = 2;
            });
    assertThat(twice.errors(world.part(0), 30)).isCloseTo(0.04, within(0.01));
    // a try and a fifth of one more
    assertThat(twice.partRate[30][2] / twice.partRate[30][1]).isCloseTo(1.2, within(0.01));
  }

  @Test
  void moreThanCanBeServedPilesUpAndIsTurnedAway() {
    Part one = part(0, "one", 1, 20, List.of());
    World world = new World(List.of(one), List.of(), one.replicas(), List.of("node-a0"));
    History history = run(world, CALM, TIME, Turning.NOTHING);
    double rate = history.partRate[30][0];
    double served = 1 / history.own[30][0];
    assertThat(history.errors[30][0]).isCloseTo(1 - 0.97 * served / rate, within(0.01));
    assertThat(history.wait[30][0]).isGreaterThan(2.9);
  }

  @Test
  void aQueueHoldsWhatItsConsumerCannotTake() {
    World world = WorldMaker.make(new Dice(3), 8);
    Part queue = world.parts(p -> p.is(NodeKind.QUEUE)).getFirst();
    Part worker = world.part(queue.calls().getFirst().to());
    History history =
        run(
            world,
            CALM,
            TIME,
            (dials, step) -> {
              for (Replica replica : worker.replicas()) {
                dials.workers[replica.index()] = step >= TIME.onset() ? 0.01 : 1;
                dials.extra[replica.index()] = step >= TIME.onset() ? 5 : 0;
              }
            });
    assertThat(history.depth[TIME.onset() - 1][queue.index()]).isZero();
    double grown = history.depth[39][queue.index()] - history.depth[38][queue.index()];
    double in = history.partRate[39][queue.index()];
    double out = history.partRate[39][worker.index()];
    assertThat(grown).isCloseTo((in - out) * 60, within(in * 6));
    assertThat(in).isGreaterThan(out);
  }

  @Test
  void whatFailsAtOnePlaceAsksNobodyBehindIt() {
    World world = chain();
    History usual = run(world, CALM, TIME, Turning.NOTHING);
    History before = run(world, CALM, TIME, (dials, step) -> failAt(dials, 0));
    // b fails three of ten before it asks c, which then is asked seven times of ten
    assertThat(before.partRate[30][2]).isCloseTo(0.7 * usual.partRate[30][2], within(1e-9));
    assertThat(before.partRate[30][1]).isCloseTo(usual.partRate[30][1], within(1e-9));
    History after = run(world, CALM, TIME, (dials, step) -> failAt(dials, 1));
    assertThat(after.partRate[30][2]).isCloseTo(usual.partRate[30][2], within(1e-9));
    assertThat(after.errors(world.part(0), 30))
        .isCloseTo(before.errors(world.part(0), 30), within(1e-3));
  }

  private static void failAt(Dials dials, int reach) {
    dials.fail[1] = 0.3;
    dials.reach[1] = reach;
  }

  @Test
  void whatIsAnsweredEarlyTakesLessAndFailsNowhere() {
    World world = chain();
    History usual = run(world, CALM, TIME, Turning.NOTHING);
    History early =
        run(
            world,
            CALM,
            TIME,
            (dials, step) -> {
              dials.early[1] = 0.4;
              dials.reach[1] = 0;
            });
    assertThat(early.partRate[30][2]).isCloseTo(0.6 * usual.partRate[30][2], within(1e-9));
    double saved = usual.latency(world.part(1), 30) - early.latency(world.part(1), 30);
    assertThat(saved).isCloseTo(0.4 * usual.latency(world.part(2), 30), within(1e-6));
    assertThat(early.errors(world.part(0), 30))
        .isLessThanOrEqualTo(usual.errors(world.part(0), 30));
  }
}
