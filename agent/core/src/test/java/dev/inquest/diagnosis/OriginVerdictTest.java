package dev.inquest.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.investigation.Detection;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Scope;
import dev.inquest.playbook.Catalogue;
import dev.inquest.ranking.NodeRanking;
import dev.inquest.ranking.RankedNode;
import dev.inquest.topology.Topology;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of a ranking where no change can be accused, by how likely its first node is. */
class OriginVerdictTest {
  private static final Instant ALERTED = Instant.parse("2026-05-04T06:12:00Z");
  private static final Onset ONSET = new Onset(ALERTED.minusSeconds(90), ALERTED.minusSeconds(60));

  private static Diagnosis of(double probability, List<MetricSeries> metrics) {
    RankedNode first =
        new RankedNode(
            "stock",
            null,
            CauseKind.DEPENDENCY,
            "request_seconds",
            List.of(),
            2,
            probability,
            0.1,
            List.of(new RankedNode.Reason("e3", "latency", 2, 9, 1, 0)));
    Scope scope =
        new Scope(
            List.of(
                new Alert(
                    "a1", ALERTED, null, AlertStatus.FIRING, Map.of("service", "front"), Map.of())),
            ALERTED,
            new TimeWindow(ALERTED.minusSeconds(3600), ALERTED.plusSeconds(60)),
            Set.of("front"),
            Set.of("front"),
            Set.of("latency"),
            Topology.EMPTY);
    Gathered gathered =
        new Gathered(
            metrics,
            List.of(),
            List.of(),
            List.of(),
            Topology.EMPTY,
            List.of(),
            List.of(),
            List.of());
    return new ConcludeStage(new Catalogue(List.of()))
        .conclude(
            scope,
            gathered,
            new Detection(ONSET, List.of(), List.of(), new NodeRanking(List.of(first), ONSET)),
            List.of());
  }

  private static List<MetricSeries> metrics() {
    return List.of(
        new MetricSeries(
            SeriesId.of("request_seconds", Map.of("service", "stock")),
            new long[] {ALERTED.toEpochMilli()},
            new double[] {0.4}));
  }

  @Test
  void aLikelyOneIsNamed() {
    assertThat(of(0.6, metrics())).isInstanceOf(Diagnosis.Identified.class);
  }

  @Test
  void anUnlikelyOneIsOnlySuspected() {
    assertThat(of(0.3, metrics()))
        .isInstanceOfSatisfying(
            Diagnosis.Inconclusive.class,
            suspected -> {
              assertThat(suspected.sentence()).contains("not settled", "probability 0.3", "stock");
              assertThat(suspected.details().causes().getFirst().service()).isEqualTo("stock");
            });
  }

  @Test
  void ofAlarmsAloneTheLikeliestIsAllThatCanBeSaid() {
    assertThat(of(0.3, List.of())).isInstanceOf(Diagnosis.Identified.class);
  }
}
