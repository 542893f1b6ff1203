package dev.inquest.playbooks.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import dev.inquest.playbooks.casefile.Answer;
import dev.inquest.playbooks.casefile.CaseFile;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is told of an incident agrees with itself. */
class EvidenceTest {
  private static final DifficultyRanges ALL_TOLD =
      new DifficultyRanges(6, 8, 0, 0.02, 0.03, 0, 3, 4, 2, 3, 0);
  private static final DifficultyRanges GAPS =
      new DifficultyRanges(6, 8, 0, 0.02, 0.03, 0.3, 3, 4, 2, 3, 0);

  private static List<SimulatedCase> cases(DifficultyRanges ranges, String kind) {
    Simulator simulator = new Simulator(ranges);
    return List.of(
        simulator.make(Simulator.seed(21, 0), kind),
        simulator.make(Simulator.seed(21, 1), kind),
        simulator.make(Simulator.seed(21, 2), kind));
  }

  @Test
  void allLiesWithinTheSpanOfTheEvidence() {
    for (SimulatedCase made : cases(ALL_TOLD, "n-plus-one")) {
      CaseFile file = made.file();
      Instant from = file.info().from();
      Instant to = file.info().to();
      for (MetricSeries series : file.metrics()) {
        assertThat(series.size()).isPositive();
        assertThat(series.timeAt(0)).isAfterOrEqualTo(from);
        assertThat(series.timeAt(series.size() - 1)).isBefore(to);
      }
      assertThat(file.logs())
          .isNotEmpty()
          .allMatch(log -> !log.at().isBefore(from) && log.at().isBefore(to));
      assertThat(file.changes()).allMatch(change -> change.at().isBefore(to));
      assertThat(file.alerts()).allMatch(alert -> alert.startsAt().isBefore(to));
      assertThat(file.logs().stream().map(LogRecord::at)).doesNotHaveDuplicates();
    }
  }

  @Test
  void tracesAreTreesThatFollowTheTopology() {
    for (SimulatedCase made : cases(ALL_TOLD, "bad-regex")) {
      assertThat(made.file().traces()).hasSizeBetween(40, 300);
      for (SampledTrace trace : made.file().traces()) {
        Map<String, Span> byId = new HashMap<>();
        trace.spans().forEach(span -> byId.put(span.spanId(), span));
        assertThat(trace.spans()).hasSizeLessThanOrEqualTo(90);
        for (Span span : trace.spans()) {
          Span parent = span.parentId() == null ? null : byId.get(span.parentId());
          if (parent != null && !parent.service().equals(span.service())) {
            assertThat(made.file().topology().calleesOf(parent.service())).contains(span.service());
            assertThat(span.startNanos()).isGreaterThanOrEqualTo(parent.startNanos());
          }
        }
      }
    }
  }

  @Test
  void whoAnswersEarlyAsksFewerThanBefore() {
    for (SimulatedCase made : cases(ALL_TOLD, "early-return")) {
      String guilty = String.valueOf(made.answer().causes().getFirst().service());
      Instant alarm = made.file().alerts().getFirst().startsAt();
      double before = asked(made, guilty, at -> at.isBefore(alarm.minusSeconds(900)));
      double after = asked(made, guilty, at -> at.isAfter(alarm));
      assertThat(after).as("calls a request of %s", guilty).isLessThan(0.95 * before);
    }
  }

  /** How many calls a request of the service makes, on average, in the traces of some time. */
  private static double asked(SimulatedCase made, String service, Predicate<Instant> when) {
    double requests = 0;
    double calls = 0;
    for (SampledTrace trace : made.file().traces()) {
      Set<String> own =
          trace.spans().stream()
              .filter(s -> s.service().equals(service) && s.kind() == SpanKind.SERVER)
              .filter(s -> when.test(Instant.ofEpochSecond(0, s.startNanos())))
              .map(Span::spanId)
              .collect(Collectors.toSet());
      requests += trace.weight() * own.size();
      calls +=
          trace.weight()
              * trace.spans().stream()
                  .filter(s -> own.contains(String.valueOf(s.parentId())))
                  .count();
    }
    return calls / requests;
  }

  @Test
  void whatIsMissingIsAbsentAndNotZero() {
    int absent = 0;
    int told = 0;
    for (int i = 0; i < 8; i++) {
      SimulatedCase made = new Simulator(GAPS).make(Simulator.seed(22, i), "healthy-false-alarm");
      for (MetricSeries series : made.file().metrics()) {
        if (series.id().name().contains("cpu")) {
          for (int k = 0; k < series.size(); k++) {
            assertThat(series.valueAt(k)).isPositive();
          }
          told += series.size();
          absent += CaseStatistics.missing(series, series.size()) > 0.005 ? 1 : 0;
        }
      }
    }
    assertThat(told).isPositive();
    assertThat(absent).as("series with gaps").isPositive();
  }

  @Test
  void aCanaryIsToldApartByItsVersion() {
    for (SimulatedCase made : cases(ALL_TOLD, "canary-errors")) {
      Answer.Cause cause = made.answer().causes().getFirst();
      List<MetricSeries> errors =
          made.file().metrics().stream()
              .filter(s -> String.valueOf(cause.service()).equals(s.id().service()))
              .filter(s -> s.id().name().contains("error") && s.id().label("peer") == null)
              .filter(s -> s.id().version() != null)
              .toList();
      assertThat(errors.stream().map(s -> s.id().version()).distinct().count()).isGreaterThan(1);
    }
  }

  @Test
  void aHealthyDayIsNoOtherThanItWouldHaveBeen() {
    for (String kind : List.of("healthy-daily-peak", "healthy-flapping", "healthy-false-alarm")) {
      Happening.Happened happened =
          new Happening(new Dice(31), ALL_TOLD.draw(new Dice(1)), FaultKinds.find(kind))
              .incident()
              .orElseThrow();
      assertThat(happened.incident().history()).isSameAs(happened.incident().usual());
    }
  }

  @Test
  void aBlipIsOverWhenTheEvidenceEnds() {
    Incident incident =
        new Happening(new Dice(32), ALL_TOLD.draw(new Dice(1)), FaultKinds.find(HealthyDays.BLIP))
            .incident()
            .orElseThrow()
            .incident();
    Part part = incident.plan().origin();
    boolean was = false;
    for (int t = 0; t < incident.end(); t++) {
      was |= incident.history().latency(part, t) > 1.5 * incident.usual().latency(part, t);
    }
    assertThat(was).isTrue();
    int last = incident.end() - 1;
    assertThat(incident.history().latency(part, last))
        .isCloseTo(incident.usual().latency(part, last), within(1e-6));
  }

  @Test
  void theStatisticsAreThoseOfTheTextbook() {
    // one up, one down: r1 = -(n - 1) / n
    assertThat(CaseStatistics.lagOne(new double[] {1, -1, 1, -1})).isCloseTo(-0.75, within(1e-12));
  }
}
