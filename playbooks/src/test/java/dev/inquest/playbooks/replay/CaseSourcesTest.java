package dev.inquest.playbooks.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inquest.change.ChangeAnswer;
import dev.inquest.change.ChangeQuery;
import dev.inquest.evidence.LogAnswer;
import dev.inquest.evidence.LogQuery;
import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.MetricAnswer;
import dev.inquest.evidence.MetricQuery;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.ProbeQuery;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.evidence.TraceAnswer;
import dev.inquest.evidence.TraceQuery;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.casefile.OtlpTraces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaseSourcesTest {
  private static final TimeWindow ALL = new TimeWindow(MadeCase.FROM, MadeCase.TO);
  private static final Instant AT = MadeCase.TO;

  private final CaseFile file = MadeCase.of("1");

  @Test
  void metricsAreCutToWindowServicesAndLimits() {
    CaseMetrics metrics = new CaseMetrics(file.metrics());
    TimeWindow minute = new TimeWindow(AT.minusSeconds(60), AT);
    MetricAnswer one = metrics.series(metricQuery(Set.of("shop"), minute, 10, 1000));
    assertThat(one.series()).hasSize(1);
    assertThat(one.series().getFirst().size()).isEqualTo(4);
    assertThat(one.truncated()).isFalse();
    MetricAnswer cut = metrics.series(metricQuery(Set.of(), ALL, 1, 10_000));
    assertThat(cut.series()).hasSize(1);
    assertThat(cut.truncated()).isTrue();
    assertThat(cut.warnings()).containsExactly("1 series left out by a limit");
  }

  @Test
  void rawTracesAreDrawnByStrataAndStandForAll() {
    CaseTraces traces = new CaseTraces(MadeCase.traces(), List.of());
    TraceAnswer answer = traces.sample(traceQuery(Set.of(), 3, 1));
    assertThat(answer.seen()).isEqualTo(300);
    assertThat(answer.traces()).hasSizeLessThan(300);
    assertThat(answer.traces().stream().mapToDouble(SampledTrace::weight).sum())
        .isCloseTo(300, within(1e-6));
    assertThat(
            answer.traces().stream()
                .collect(Collectors.groupingBy(SampledTrace::stratum, Collectors.counting()))
                .values())
        .allMatch(size -> size <= 3)
        .hasSizeGreaterThan(4);
    assertThat(traces.sample(traceQuery(Set.of(), 3, 1))).isEqualTo(answer);
    assertThat(traces.sample(traceQuery(Set.of(), 3, 2)).traces()).isNotEqualTo(answer.traces());
    assertThat(traces.sample(traceQuery(Set.of("mail"), 1000, 1)).traces()).hasSize(150);
  }

  @Test
  void aFrozenSampleIsTakenAsItWas() {
    TraceQuery query = traceQuery(Set.of(), 3, 1);
    List<SampledTrace> sample = new CaseTraces(MadeCase.traces(), List.of()).sample(query).traces();
    CaseTraces frozen = new CaseTraces(OtlpTraces.read(OtlpTraces.write(sample)), List.of());
    assertThat(frozen.sample(traceQuery(Set.of(), 1, 9)).traces())
        .containsExactlyInAnyOrderElementsOf(sample);
    assertThat(frozen.sample(query).seen()).isEqualTo(300);
  }

  @Test
  void logsAreSampledInOrderOfTime() {
    CaseLogs logs =
        new CaseLogs(
            IntStream.range(0, 100).mapToObj(i -> log(MadeCase.FROM.plusSeconds(i))).toList(),
            List.of("half"));
    LogAnswer answer = logs.logs(new LogQuery(Set.of(), ALL, 10, 1));
    assertThat(answer.seen()).isEqualTo(100);
    assertThat(answer.warnings()).containsExactly("half");
    assertThat(answer.records())
        .hasSize(10)
        .isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    assertThat(logs.logs(new LogQuery(Set.of("x"), ALL, 10, 1)).records()).isEmpty();
  }

  @Test
  void theNewestChangesAreKept() {
    ChangeAnswer answer =
        new CaseChanges(List.of(file.changes().getFirst(), file.changes().getFirst()))
            .changes(new ChangeQuery(Set.of("shop"), ALL, 1));
    assertThat(answer.changes()).hasSize(1);
    assertThat(answer.warnings()).containsExactly("1 older changes left out");
  }

  @Test
  void probesAnswerWhatWasAskedThen() {
    ProbeQuery asked = ProbeQuery.of("statement-shift", "db", Map.of("top", "5", "to", "" + AT));
    ProbeAnswer answer =
        new ProbeAnswer(asked, AT, List.of("n"), List.of(List.of(7L)), "observed", null);
    CaseProbes probes = new CaseProbes(List.of(answer), AT);
    assertThat(probes.ask(asked)).isEqualTo(answer);
    String later = AT.plusSeconds(5).toString();
    assertThat(probes.ask(ProbeQuery.of("statement-shift", "db", Map.of("top", "5", "to", later))))
        .isEqualTo(answer);
    assertThat(probes.ask(ProbeQuery.of("statement-shift", "db", Map.of("top", "9"))).error())
        .contains("not asked");
    assertThat(probes.targets()).containsExactly("db");
  }

  private static MetricQuery metricQuery(
      Set<String> services, TimeWindow window, int series, int points) {
    return new MetricQuery(services, window, Duration.ofSeconds(15), series, points);
  }

  private static TraceQuery traceQuery(Set<String> services, int perStratum, long seed) {
    return new TraceQuery(services, ALL, Duration.ofSeconds(60), perStratum, seed);
  }

  private static LogRecord log(Instant at) {
    return new LogRecord(at, "shop", null, null, 9, "m", null, null, Map.of());
  }
}
