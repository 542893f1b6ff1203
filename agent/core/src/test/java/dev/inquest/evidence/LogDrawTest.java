package dev.inquest.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogDrawTest {
  private static final int REQUESTS = 500;
  private static final int RECORDS = 7;

  @Test
  void whatFitsIsDrawnInOrderOfTime() {
    List<LogRecord> all = requests();
    LogDraw draw = draw(shuffled(all, 3), all.size(), 1);
    assertThat(draw.records()).containsExactlyElementsOf(all);
    assertThat(draw.seen()).isEqualTo(all.size());
  }

  @Test
  void ofARequestAllOrNothingIsDrawn() {
    Map<String, Long> drawn =
        draw(shuffled(requests(), 3), 700, 1).records().stream()
            .collect(
                Collectors.groupingBy(r -> String.valueOf(r.traceId()), Collectors.counting()));
    assertThat(drawn.values()).containsOnly((long) RECORDS);
    assertThat(drawn).hasSize(100);
  }

  @Test
  void theSeedAndTheTracesDecideNotTheirOrder() {
    Set<LogRecord> drawn = new HashSet<>(draw(requests(), 700, 1).records());
    assertThat(draw(shuffled(requests(), 5), 700, 1).records())
        .containsExactlyInAnyOrderElementsOf(drawn);
    assertThat(draw(requests(), 700, 2).records())
        .anySatisfy(record -> assertThat(drawn).doesNotContain(record));
  }

  /** Both take those with the smallest hashes: of what is drawn, one has the records too. */
  @Test
  void theTracesThatAreDrawnAreThoseWhoseLogsAre() {
    List<String> byHash =
        IntStream.range(0, REQUESTS)
            .mapToObj(LogDrawTest::trace)
            .sorted(Comparator.comparingLong(id -> SeededHash.of(id, 1)))
            .toList();
    assertThat(draw(requests(), 70, 1).records())
        .extracting(LogRecord::traceId)
        .hasSize(70)
        .allSatisfy(id -> assertThat(byHash.subList(0, 10)).contains(id));
  }

  @Test
  void recordsOfRequestsAndOthersShareTheRoom() {
    List<LogRecord> all = new ArrayList<>(requests());
    IntStream.range(0, 3_000).forEach(i -> all.add(record(i, null, i % 300 == 5 ? 17 : 9)));
    List<LogRecord> drawn = draw(shuffled(all, 4), 1_000, 1).records();
    assertThat(drawn).hasSizeBetween(1_000 - RECORDS, 1_000);
    assertThat(drawn.stream().filter(r -> r.traceId() != null).count()).isBetween(480L, 500L);
    assertThat(drawn.stream().filter(r -> r.severity() == 17)).hasSize(10);
  }

  /** A batch, or a client that gives everything one id: neither itself nor the others are lost. */
  @Test
  void anEndlessRequestCrowdsOutNeitherItselfNorTheOthers() {
    for (int id = 0; id < 20; id++) {
      String endless = trace(REQUESTS + id);
      List<LogRecord> all = new ArrayList<>(requests());
      IntStream.range(0, 5_000).forEach(i -> all.add(record(i, endless, 9)));
      List<LogRecord> drawn = draw(shuffled(all, 4), 800, 1).records();
      assertThat(drawn).as("but for one request at most").hasSizeBetween(700, 800);
      assertThat(drawn.stream().filter(r -> !endless.equals(r.traceId())).count())
          .isGreaterThan(200);
    }
    List<LogRecord> alone =
        IntStream.range(0, 5_000).mapToObj(i -> record(i, trace(0), 9)).toList();
    List<LogRecord> drawn = draw(alone, 800, 1).records();
    assertThat(drawn).hasSize(800);
    assertThat(drawn.getLast().at()).as("late ones too").isAfter(Instant.EPOCH.plusSeconds(4_900));
  }

  private static LogDraw draw(List<LogRecord> all, int most, long seed) {
    LogDraw draw = new LogDraw(most, seed);
    all.forEach(draw::offer);
    return draw;
  }

  private static List<LogRecord> shuffled(List<LogRecord> all, long seed) {
    List<LogRecord> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  private static List<LogRecord> requests() {
    return IntStream.range(0, REQUESTS * RECORDS)
        .mapToObj(i -> record(i, trace(i % REQUESTS), 9))
        .toList();
  }

  private static String trace(int number) {
    return "%032x".formatted(number + 1);
  }

  private static LogRecord record(int second, @Nullable String trace, int severity) {
    return new LogRecord(
        Instant.EPOCH.plusSeconds(second),
        "carts",
        null,
        null,
        severity,
        "record " + second,
        trace,
        null,
        Map.of());
  }
}
