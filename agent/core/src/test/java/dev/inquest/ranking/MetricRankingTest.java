package dev.inquest.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.topology.Topology.NodeKind;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Systems of series and calls whose answer is known on paper. */
class MetricRankingTest {
  private static Scene chain(Scene scene) {
    scene.calls("front", "shop", "blog").calls("shop", "stock").calls("stock", "store");
    scene.node("store", NodeKind.DATABASE);
    for (String each : new String[] {"front", "shop", "blog", "stock", "store"}) {
      scene.requests(each, 50);
    }
    return scene;
  }

  /** Each caller waits for its callee: 200 ms lost below is 200 ms lost above. */
  @Test
  void theDeepestThatNothingExplainsIsFirst() {
    Scene scene = chain(Scene.at(1));
    scene.latency("front", 0.1, 0.3).latency("shop", 0.08, 0.28).latency("stock", 0.05, 0.25);
    scene.latency("store", 0.01, 0.21).latency("blog", 0.02, 0.02);
    NodeRanking ranking = scene.rank();
    RankedNode first = ranking.first().orElseThrow();
    assertThat(first.service()).isEqualTo("store");
    assertThat(first.kind()).isEqualTo(CauseKind.DATABASE);
    assertThat(first.reasons().getFirst().explained()).isZero();
    assertThat(ranking.nodes()).extracting(RankedNode::service).doesNotContain("blog");
    assertThat(ranking.onset()).isNotNull();
    assertThat(java.util.Objects.requireNonNull(ranking.onset()).from())
        .isBefore(scene.time(Scene.ONSET));
    assertThat(java.util.Objects.requireNonNull(ranking.onset()).to())
        .isBetween(scene.time(Scene.ONSET - 1), scene.time(Scene.ONSET));
  }

  /** Of 200 ms only 20 lie below: the middle one is it, nine tenths its own. */
  @Test
  void aCalleeThatLosesLittleExplainsLittle() {
    Scene scene = chain(Scene.at(2));
    scene.latency("front", 0.1, 0.3).latency("shop", 0.08, 0.28).latency("stock", 0.05, 0.25);
    scene.latency("store", 0.01, 0.03);
    RankedNode first = scene.rank().first().orElseThrow();
    assertThat(first.service()).isEqualTo("stock");
    assertThat(first.reasons().getFirst().explained()).isEqualTo(0.1, within(0.03));
  }

  @Test
  void twoFailuresInAHundredOfACalleeThatNeverFailedAreSeen() {
    Scene scene = chain(Scene.at(3));
    scene.symptoms = Set.of("error");
    exact(scene, "front", i -> i >= Scene.ONSET ? 99.3 : i % 7 == 0 ? 99.6 : 100);
    exact(scene, "shop", i -> i >= Scene.ONSET ? 97.9 : 100);
    exact(scene, "stock", i -> 100);
    assertThat(scene.first()).isEqualTo("shop");
  }

  private static void exact(Scene scene, String service, IntToDoubleFunction at) {
    double[] values = new double[Scene.SAMPLES];
    long[] times = new long[Scene.SAMPLES];
    for (int i = 0; i < values.length; i++) {
      values[i] = at.applyAsDouble(i);
      times[i] = scene.time(i).toEpochMilli();
    }
    scene.metrics.add(
        new MetricSeries(SeriesId.of("availability", Map.of("service", service)), times, values));
  }

  /** No calls are known; every service slows a little, one instance burns its processor. */
  @Test
  void aBusyInstanceAmongItsSiblingsIsNamed() {
    Scene scene = Scene.at(4);
    for (String service : new String[] {"front", "shop", "stock"}) {
      for (String instance : new String[] {"x", "y", "z"}) {
        boolean busy = service.equals("stock") && instance.equals("y");
        Map<String, String> labels = Map.of("instance", service + "-" + instance);
        scene.series(service, "cpu_usage", labels, i -> busy && i >= Scene.ONSET ? 0.95 : 0.2);
      }
      scene.latency(service, 0.1, service.equals("stock") ? 0.4 : 0.2);
    }
    RankedNode first = scene.rank().first().orElseThrow();
    assertThat(first.service()).isEqualTo("stock");
    assertThat(first.instance()).isEqualTo("stock-y");
    assertThat(first.kind()).isEqualTo(CauseKind.RESOURCE);
    assertThat(first.indicator()).isEqualTo("cpu_usage");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void noiseIsNobodysFault(long seed) {
    Scene scene = chain(Scene.at(seed));
    for (String each : new String[] {"front", "shop", "blog", "stock", "store"}) {
      for (String statistic : new String[] {"mean", "p95", "p99"}) {
        scene.series(each, "request_seconds", Map.of("statistic", statistic), i -> 0.1);
      }
      scene.series(each, "cpu_usage", Map.of(), i -> 0.3 + 0.1 * Math.sin(i / 9.0));
      scene.series(each, "memory_usage", Map.of(), i -> 0.3 + 0.001 * i);
    }
    assertThat(scene.rank().nodes()).isEmpty();
  }

  /** Order, names, time and unit do not matter. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whatDoesNotMatterDoesNotMatter(long seed) {
    double[] plain = essence(seed, Instant.parse("2026-03-02T08:00:00Z"), "", 1, false);
    assertThat(essence(seed, Instant.parse("2026-03-02T08:00:00Z"), "", 1, true)).isEqualTo(plain);
    assertThat(essence(seed, Instant.parse("2031-09-09T01:02:00Z"), "", 1, false)).isEqualTo(plain);
    assertThat(essence(seed, Instant.parse("2026-03-02T08:00:00Z"), "zz-", 1, false))
        .isEqualTo(plain);
    assertThat(essence(seed, Instant.parse("2026-03-02T08:00:00Z"), "", 64, false))
        .isEqualTo(plain);
  }

  /** Scores in order; the first must be the store whatever it is called. */
  private static double[] essence(
      long seed, Instant start, String prefix, double unit, boolean shuffled) {
    Scene scene = new Scene(seed, start);
    String front = prefix + "front";
    String shop = prefix + "shop";
    String store = prefix + "store";
    scene.alerting = front;
    scene.calls(front, shop).calls(shop, store);
    scene.latency(front, 0.1 * unit, 0.3 * unit).latency(shop, 0.08 * unit, 0.28 * unit);
    scene.latency(store, 0.01 * unit, 0.21 * unit);
    if (shuffled) {
      scene.shuffle(seed);
    }
    NodeRanking ranking = scene.rank();
    assertThat(ranking.first().orElseThrow().service()).isEqualTo(store);
    return ranking.nodes().stream()
        .mapToDouble(node -> Math.round(node.score() * 1e9) / 1e9)
        .toArray();
  }

  @Test
  void oneAlertThatFiresAgainAndAgainIsNotMany() {
    Scene scene = Scene.at(9);
    for (int i = 0; i < 5; i++) {
      scene.alerts.add(scene.alert("f" + i, Map.of("alertname", "slow", "service", "stock")));
    }
    assertThat(scene.first()).isEqualTo("nobody");
  }

  @Test
  void ofManyAlertsTheLoudestNodeIsASuspect() {
    Scene scene = Scene.at(9);
    for (int i = 0; i < 12; i++) {
      String about = i < 8 ? "stock" : i < 10 ? "shop" : "front";
      scene.alerts.add(
          scene.alert(
              "f" + i, Map.of("alertname", "a" + i, "service", about, "instance", about + "-1")));
    }
    RankedNode first = scene.rank().first().orElseThrow();
    assertThat(first.service()).isEqualTo("stock");
    assertThat(first.instance()).isEqualTo("stock-1");
  }
}
