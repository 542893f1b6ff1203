package dev.inquest.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.evidence.LogRecord;
import dev.inquest.hypothesis.CauseKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests front → shop → stock with a fault put in by hand. */
class TraceRankingTest {
  private static final int REQUESTS = 40;

  /** What goes wrong after the reference. */
  private enum Fault {
    NONE,
    SLOW_STOCK,
    SLOW_WAY_TO_STOCK,
    SHOP_RETURNS_EARLY,
    STOCK_FAILS,
    STOCK_NOT_FOUND
  }

  private static Scene scene(Fault fault, long seed, Duration referenceEarlier) {
    Scene scene = Scene.at(seed);
    for (int i = 0; i < 2 * REQUESTS; i++) {
      boolean ill = i >= REQUESTS;
      Instant at =
          ill
              ? scene.time(Scene.ONSET).plusSeconds(3L * (i - REQUESTS))
              : scene.time(Scene.ONSET).minus(referenceEarlier).minusSeconds(3L * i + 10);
      request(scene, i, at, ill && i % 3 != 0 ? fault : Fault.NONE);
    }
    return scene;
  }

  private static void request(Scene scene, int number, Instant at, Fault fault) {
    Request request = new Request(scene, number, at);
    double noise = scene.random.nextDouble();
    double way = fault == Fault.SLOW_WAY_TO_STOCK ? 300 : 2 + noise;
    double work = fault == Fault.SLOW_STOCK ? 300 : 5 + noise;
    boolean stops = fault == Fault.SHOP_RETURNS_EARLY || fault == Fault.STOCK_NOT_FOUND;
    double stock = stops ? 0 : 2 * way + work;
    String front = request.span(null, "front", "GET /", 0, 20 + stock);
    String call = request.span(front, "front", "call", 1, 19 + stock);
    String shop = request.span(call, "shop", "buy", 3, 17 + stock);
    request.log(shop, "shop", 4, 9, "INFO Shop#10 begin");
    if (stops) {
      if (fault == Fault.STOCK_NOT_FOUND) {
        request.log(shop, "shop", 6, 17, "ERROR Shop#99 no instance of stock is known");
      }
      request.end();
      return;
    }
    String ask = request.span(shop, "shop", "ask", 6, 6 + stock);
    String own = request.span(ask, "stock", "count", 6 + way, 6 + way + work);
    request.log(own, "stock", 7 + way, 9, "INFO Stock#20 counting");
    if (fault == Fault.STOCK_FAILS) {
      request.log(own, "stock", 8 + way, 17, "ERROR Stock#25 cannot count");
      request.log(shop, "shop", 7 + stock, 17, "ERROR Shop#12 refused");
    } else {
      request.log(own, "stock", 8 + way, 9, "INFO Stock#30 counted");
      request.log(shop, "shop", 7 + stock, 9, "INFO Shop#11 sold");
    }
    request.end();
  }

  @Test
  void timeLostInAnOperationIsItsServices() {
    RankedNode first = scene(Fault.SLOW_STOCK, 1, Duration.ZERO).rank().first().orElseThrow();
    assertThat(first.service()).isEqualTo("stock");
    assertThat(first.instance()).isEqualTo("stock-1");
    assertThat(first.indicator()).isEqualTo("count");
  }

  /** Sources of logs keep a sample; a request whose records are not in it ended no earlier. */
  @Test
  void whatWasNotKeptOfTheLogsIsNoWayThatRequestsTook() {
    assertThat(keepingLogsOfOneInSix(scene(Fault.NONE, 1, Duration.ZERO)).rank().nodes()).isEmpty();
    Scene ill = keepingLogsOfOneInSix(scene(Fault.SHOP_RETURNS_EARLY, 1, Duration.ZERO));
    assertThat(ill.first()).isEqualTo("shop");
    assertThat(ill.rank().first().orElseThrow().region()).isNotEmpty();
  }

  /** Before the onset one in six, since then all: as where logs are deleted early. */
  @Test
  void moreLogsOfTheIncidentThanOfThePastAreNoNewWay() {
    Scene scene = scene(Fault.NONE, 1, Duration.ZERO);
    Instant onset = scene.time(Scene.ONSET);
    scene.logs.removeIf(log -> log.at().isBefore(onset) && number(log) % 6 != 0);
    assertThat(scene.rank().nodes()).isEmpty();
  }

  private static Scene keepingLogsOfOneInSix(Scene scene) {
    scene.logs.removeIf(log -> number(log) % 6 != 0);
    return scene;
  }

  private static int number(LogRecord log) {
    return Integer.parseInt(String.valueOf(log.traceId()).substring(24), 16);
  }

  /** What consumes a queue is in no request's trace, and waits for the slow one as all do. */
  @Test
  void whomTracesNeverMeetGainsNothingByThat() {
    Scene scene = scene(Fault.SLOW_STOCK, 1, Duration.ZERO);
    scene.calls("front", "consumer");
    scene.latency("consumer", 0.1, 0.7).latency("stock", 0.01, 0.3);
    assertThat(scene.first()).isEqualTo("stock");
  }

  @Test
  void timeLostOnTheWayIsTheCalledOnes() {
    RankedNode first =
        scene(Fault.SLOW_WAY_TO_STOCK, 1, Duration.ZERO).rank().first().orElseThrow();
    assertThat(first.service()).isEqualTo("stock");
    assertThat(first.kind()).isEqualTo(CauseKind.INFRASTRUCTURE);
  }

  @Test
  void anEarlyReturnIsPlacedBetweenItsStatements() {
    RankedNode first =
        scene(Fault.SHOP_RETURNS_EARLY, 1, Duration.ZERO).rank().first().orElseThrow();
    assertThat(first.service()).isEqualTo("shop");
    assertThat(first.region()).containsExactly("Shop#10", "Shop#11");
  }

  @Test
  void theDeepestFailureIsTheOrigin() {
    NodeRanking ranking = scene(Fault.STOCK_FAILS, 1, Duration.ZERO).rank();
    RankedNode first = ranking.first().orElseThrow();
    assertThat(first.service()).isEqualTo("stock");
    assertThat(first.region()).containsExactly("Stock#20", "Stock#30");
    assertThat(ranking.nodes())
        .filteredOn(node -> node.service().equals("shop"))
        .allSatisfy(shop -> assertThat(shop.score()).isLessThan(first.score() / 10));
  }

  @Test
  void anErrorThatNamesAnotherServiceIsAboutThatOne() {
    assertThat(scene(Fault.STOCK_NOT_FOUND, 1, Duration.ZERO).first()).isEqualTo("stock");
  }

  /** The reference may have been recorded hours before; the pause between is no incident. */
  @ParameterizedTest
  @ValueSource(longs = {0, 3, 50})
  void theReferenceMayBeOlder(long hours) {
    Scene scene = scene(Fault.SLOW_STOCK, 2, Duration.ofHours(hours));
    assertThat(scene.first()).isEqualTo("stock");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whereNothingIsWrongNobodyIsNamed(long seed) {
    assertThat(scene(Fault.NONE, seed, Duration.ZERO).rank().nodes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void orderDoesNotMatter(long seed) {
    for (Fault fault : Fault.values()) {
      Scene plain = scene(fault, seed, Duration.ZERO);
      Scene shuffled = scene(fault, seed, Duration.ZERO);
      shuffled.shuffle(seed);
      assertThat(services(shuffled)).isEqualTo(services(plain));
    }
  }

  /** A record without a time of its own belongs to its span all the same. */
  @Test
  void aLogWithoutTimeStillSpeaks() {
    Scene scene = scene(Fault.STOCK_FAILS, 3, Duration.ZERO);
    scene.logs.replaceAll(log ->
        log.severity() < 17
            ? log
            : new LogRecord(
                Instant.parse("1754-08-30T22:43:41Z"),
                log.service(),
                log.instance(),
                log.version(),
                log.severity(),
                log.body(),
                log.traceId(),
                log.spanId(),
                log.attributes()));
    assertThat(scene.first()).isEqualTo("stock");
  }

  private static List<String> services(Scene scene) {
    return scene.rank().nodes().stream().map(RankedNode::service).toList();
  }
}
