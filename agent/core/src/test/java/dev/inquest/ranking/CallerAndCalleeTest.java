package dev.inquest.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import dev.inquest.ranking.RankedNode.Reason;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose fault it is between those who call and those who are called. */
class CallerAndCalleeTest {
  private static Scene shop(long seed) {
    return Scene.at(seed).calls("front", "orders").calls("orders", "stock").calls("cart", "stock");
  }

  /** Part of a series; a replaced instance has no past, and what went before it no present. */
  private static void part(
      Scene scene, String instance, String name, int from, int to, double before, double after) {
    long[] times = new long[to - from];
    double[] values = new double[to - from];
    for (int i = from; i < to; i++) {
      times[i - from] = scene.time(i).toEpochMilli();
      values[i - from] =
          (i < Scene.ONSET ? before : after) * (1 + 0.05 * scene.random.nextGaussian());
    }
    scene.metrics.add(
        new MetricSeries(
            SeriesId.of(
                name, Map.of("service", "orders", "instance", instance, "statistic", "mean")),
            times,
            values));
  }

  @Test
  void aServiceWhoseInstancesWereReplacedIsHeldAgainstTheOldOnes() {
    Scene scene = shop(1).latency("front", 0.1, 0.5);
    part(scene, "old-1", "request_seconds", 0, 97, 0.05, 0.05);
    part(scene, "old-2", "request_seconds", 0, 97, 0.05, 0.05);
    part(scene, "new-1", "request_seconds", 97, Scene.SAMPLES, 0.05, 0.45);
    part(scene, "new-2", "request_seconds", 97, Scene.SAMPLES, 0.05, 0.45);

    assertThat(scene.first()).isEqualTo("orders");
  }

  @Test
  void aPoolThatIsHeldWhileASlowCalleeIsWaitedForIsNoShortage() {
    Scene scene = shop(2).latency("front", 0.1, 0.3).latency("orders", 0.08, 0.28);
    scene.latency("stock", 0.02, 0.22);
    scene.series("orders", "db_pool_usage", Map.of(), i -> i < Scene.ONSET ? 0.1 : 0.98);

    RankedNode first = scene.rank().first().orElseThrow();

    assertThat(first.service()).isEqualTo("stock");
  }

  @Test
  void aPoolThatIsFullWhileCalleesAreFastIsShort() {
    Scene scene = shop(3).latency("front", 0.1, 0.3).latency("orders", 0.08, 0.28);
    scene.latency("stock", 0.02, 0.02);
    scene.series("orders", "db_pool_usage", Map.of(), i -> i < Scene.ONSET ? 0.1 : 0.98);

    RankedNode first = scene.rank().first().orElseThrow();

    assertThat(first.service()).isEqualTo("orders");
    assertThat(first.reasons()).extracting(Reason::aspect).contains("saturation");
  }

  private static Scene calls(Scene scene, String caller, double before, double after) {
    return scene.series(
        caller,
        "client_error_ratio",
        Map.of("peer", "stock"),
        i -> i < Scene.ONSET ? before : after);
  }

  @Test
  void whatAllItsCallersMeasureIsAboutWhoTellsNothingItself() {
    Scene scene = shop(4);
    scene.symptoms = Set.of("error");
    scene.series("front", "server_error_ratio", Map.of(), i -> i < Scene.ONSET ? 0.001 : 0.5);
    calls(scene, "orders", 0.001, 0.5);
    calls(scene, "cart", 0.001, 0.5);

    assertThat(scene.first()).isEqualTo("stock");
  }

  @Test
  void whatOneOfItsCallersMeasuresIsAboutThatCaller() {
    Scene scene = shop(5);
    scene.symptoms = Set.of("error");
    scene.series("front", "server_error_ratio", Map.of(), i -> i < Scene.ONSET ? 0.001 : 0.5);
    calls(scene, "orders", 0.001, 0.5);
    calls(scene, "cart", 0.001, 0.001);

    assertThat(scene.first()).isEqualTo("orders");
  }

  @Test
  void whatItsCallersMeasureIsAboutThemWhereItIsWellByItsOwnAccount() {
    Scene scene = shop(6);
    scene.symptoms = Set.of("error");
    scene.series("front", "server_error_ratio", Map.of(), i -> i < Scene.ONSET ? 0.001 : 0.5);
    scene.series("stock", "server_error_ratio", Map.of(), i -> 0.001);
    calls(scene, "orders", 0.001, 0.5);

    assertThat(scene.first()).isEqualTo("orders");
  }
}
