package dev.inquest.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeKind;
import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import dev.inquest.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sixty minutes, one sample a minute; what falls silent was heard for the last time at 44. */
class SilencesTest {
  private static final Instant START = Instant.parse("2026-05-04T06:00:00Z");
  private static final Onset ONSET = new Onset(minute(44), minute(46));

  private final List<MetricSeries> metrics = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();

  private static Instant minute(int minute) {
    return START.plusSeconds(60L * minute);
  }

  private void heard(String service, String instance, int from, int to) {
    long[] times = new long[to - from + 1];
    double[] values = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = minute(from + i).toEpochMilli();
      values[i] = i % 3;
    }
    SeriesId id = SeriesId.of("load", Map.of("service", service, "instance", instance));
    metrics.add(new MetricSeries(id, times, values));
  }

  private void others() {
    for (String name : new String[] {"a-2", "b-2", "c-1", "c-2"}) {
      heard(name.substring(0, 1), name, 0, 60);
    }
  }

  private Optional<Silence> found() {
    return Silences.about(
        ONSET,
        new Gathered(
            metrics,
            List.of(),
            List.of(),
            changes,
            Topology.EMPTY,
            List.of(),
            List.of(),
            List.of()));
  }

  @Test
  void instancesOfSeveralServicesThatEndTogether() {
    others();
    heard("a", "a-1", 0, 44);
    heard("b", "b-1", 0, 45);
    Silence silence = found().orElseThrow();
    assertThat(silence.instances()).containsExactly("a/a-1", "b/b-1");
    assertThat(silence.services()).containsExactly("a", "b");
    assertThat(silence.since()).isEqualTo(new Onset(minute(44), minute(45)));
    assertThat(silence.strength()).isEqualTo(0.75);
    assertThat(silence.sentence())
        .isEqualTo(
            "Of 2 instances of 2 services nothing is heard since 06:44:00 UTC, and nothing replaced"
                + " them: a/a-1, b/b-1.");
  }

  @Test
  void valuesThatAreNoNumbersAreNotHeard() {
    others();
    heard("a", "a-1", 0, 44);
    long[] times = new long[61];
    double[] values = new double[61];
    for (int i = 0; i <= 60; i++) {
      times[i] = minute(i).toEpochMilli();
      values[i] = i <= 44 ? 1 : Double.NaN;
    }
    metrics.add(
        new MetricSeries(
            SeriesId.of("load", Map.of("service", "b", "instance", "b-1")), times, values));
    assertThat(found()).isPresent();
  }

  @Test
  void ofOneServiceItMayBeScaledDown() {
    others();
    heard("a", "a-1", 0, 44);
    heard("a", "a-3", 0, 44);
    assertThat(found()).isEmpty();
  }

  @Test
  void whatWasReplacedIsNotMissed() {
    others();
    heard("a", "a-1", 0, 44);
    heard("b", "b-1", 0, 44);
    heard("b", "b-3", 45, 60);
    assertThat(found()).isEmpty();
  }

  @Test
  void whatReplacesItNeedNotBeThereForLong() {
    others();
    heard("a", "a-1", 0, 44);
    heard("b", "b-1", 0, 44);
    heard("b", "b-3", 57, 60);
    assertThat(found()).isEmpty();
  }

  @Test
  void aReleaseAtThatTimeExplainsIt() {
    others();
    heard("a", "a-1", 0, 44);
    heard("b", "b-1", 0, 44);
    changes.add(
        new Change(
            "d1",
            ChangeKind.DEPLOY,
            minute(45),
            "b",
            "v2",
            null,
            null,
            null,
            List.of(),
            null,
            List.of()));
    assertThat(found()).isEmpty();
  }

  @Test
  void aFewSamplesMayBeLate() {
    others();
    heard("a", "a-1", 0, 57);
    heard("b", "b-1", 0, 57);
    assertThat(found()).isEmpty();
  }

  @Test
  void whereMostAreSilentNobodyListens() {
    heard("a", "a-1", 0, 44);
    heard("b", "b-1", 0, 44);
    heard("c", "c-1", 0, 60);
    assertThat(found()).isEmpty();
  }

  @Test
  void longBeforeTheOnsetItIsAnotherMatter() {
    others();
    heard("a", "a-1", 0, 30);
    heard("b", "b-1", 0, 30);
    assertThat(found()).isEmpty();
  }
}
