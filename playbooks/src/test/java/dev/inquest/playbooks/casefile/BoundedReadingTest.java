package dev.inquest.playbooks.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.SampledTrace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is read of a case does not grow with the case. */
class BoundedReadingTest {
  private static final int TRACES = 4_000;
  private static final int SPANS = 5;

  @Test
  void whatFitsIsReadAsItIs() {
    KeptTraces kept = traces(lines(), TRACES * SPANS);
    assertThat(kept.all()).hasSize(TRACES).allMatch(trace -> trace.weight() == 1);
    assertThat(kept.warnings()).isEmpty();
  }

  @Test
  void tooManyTracesAreThinnedWholeAndWeighMore() {
    KeptTraces kept = traces(lines(), 2_000);
    List<SampledTrace> all = kept.all();
    assertThat(all).allMatch(trace -> trace.spans().size() == SPANS);
    assertThat(all.size() * SPANS).isBetween(500, 2_000);
    // Of 4,000 one in 16 is kept: 250, with a standard deviation of 15.
    assertThat(all).allMatch(trace -> trace.weight() == 16);
    assertThat(all.stream().mapToDouble(SampledTrace::weight).sum())
        .isCloseTo(TRACES, within(4 * 15 * 16.0));
    assertThat(kept.warnings())
        .containsExactly("of the traces one in 16 is read, they are so many");
  }

  @Test
  void theOrderOfTheLinesDoesNotMatter() {
    List<String> shuffled = new ArrayList<>(lines());
    Collections.shuffle(shuffled, new Random(7));
    assertThat(traces(shuffled, 2_000).all())
        .containsExactlyInAnyOrderElementsOf(traces(lines(), 2_000).all());
  }

  @Test
  void noOneTraceSpendsItAll() {
    List<String> endless = IntStream.range(0, 900).mapToObj(i -> ManyLines.span(1, i)).toList();
    List<String> all = new ArrayList<>(endless);
    IntStream.range(10, 20).forEach(trace -> all.add(ManyLines.span(trace, 1)));
    KeptTraces kept = traces(all, 800);
    assertThat(kept.all()).hasSize(11);
    assertThat(kept.all().getFirst().spans()).hasSize(100);
    assertThat(kept.warnings())
        .containsExactly("of 1 traces only the first spans are read, they have so many");
  }

  @Test
  void warningsAreNotCrowdedOutOfTheLogs() {
    String at = ",\"timeUnixNano\":\"1000000000\"";
    Stream<String> lines =
        IntStream.range(0, 10_000).mapToObj(i -> ManyLines.log(i, i % 500 == 7 ? 17 : 9, at));
    KeptLogs kept = OtlpLogs.kept(new ManyLines(lines), "logs.otlp.jsonl", SpanTimes.NONE, 1_000);
    List<LogRecord> all = kept.all();
    assertThat(all.stream().filter(r -> r.severity() == 17)).hasSize(20);
    assertThat(all.size() - 20).isBetween(500, 1_000);
    assertThat(all)
        .as("records of one time stay in the order of the file")
        .isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b)));
    assertThat(kept.warnings()).containsExactly("of log records below a warning one in 16 is read");
  }

  @Test
  void aRecordDatedByASpanThatWasNotKeptIsPassedOver() {
    KeptTraces kept = traces(lines(), 2_000);
    SpanTimes times = new SpanTimes(kept.all(), kept.isWhole());
    Stream<String> lines =
        IntStream.range(0, TRACES)
            .mapToObj(i -> ManyLines.log(i, 9, ",\"traceId\":\"%032x\"".formatted(i + 1)));
    assertThat(OtlpLogs.kept(new ManyLines(lines), "logs", times, 10_000).all())
        .hasSameSizeAs(kept.all());
  }

  @Test
  void manyTracesNeedNoMoreMemoryThanFew() throws IOException, InterruptedException {
    assertThat(inASmallHeap(100_000, 20_000)).isEqualTo(ReadsMany.FITTED);
    assertThat(inASmallHeap(100_000, 10_000_000))
        .as("a heap that does not hold them all")
        .isEqualTo(ReadsMany.DID_NOT_FIT);
  }

  private static int inASmallHeap(int traces, int budget) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx40m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ReadsMany.class.getName(),
                String.valueOf(traces),
                String.valueOf(budget))
            .inheritIO()
            .start();
    assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return child.exitValue();
  }

  private static int number(LogRecord record) {
    return Integer.parseInt(record.body().substring("record ".length()));
  }

  private static List<String> lines() {
    return IntStream.range(0, TRACES).boxed().flatMap(BoundedReadingTest::trace).toList();
  }

  static Stream<String> trace(int id) {
    return IntStream.range(0, SPANS).mapToObj(span -> ManyLines.span(id, span));
  }

  private static KeptTraces traces(List<String> lines, long budget) {
    return OtlpTraces.kept(new ManyLines(lines.stream()), "traces.otlp.jsonl", budget);
  }
}
