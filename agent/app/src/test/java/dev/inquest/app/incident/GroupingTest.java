package dev.inquest.app.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import dev.inquest.topology.Topology;
import dev.inquest.topology.Topology.Edge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupingTest {
  private static final Instant NOW = Instant.parse("2026-07-11T13:31:00Z");
  private static final Topology TOPOLOGY =
      new Topology(List.of(), List.of(new Edge("front", "checkout"), new Edge("checkout", "db")));
  private final Grouping grouping = new Grouping(Duration.ofMinutes(10));

  @Test
  void theSameServiceJoinsHoweverLate() {
    var open = List.of(candidate("inc-1", "checkout", NOW.minus(Duration.ofHours(5))));

    assertThat(grouping.place(alert("A"), "checkout", open, TOPOLOGY, NOW)).hasValue("inc-1");
  }

  @Test
  void aNeighbourJoinsWithinTheWindowInEitherDirection() {
    var open = List.of(candidate("inc-1", "checkout", NOW.minusSeconds(60)));

    assertThat(grouping.place(alert("A"), "front", open, TOPOLOGY, NOW)).hasValue("inc-1");
    assertThat(grouping.place(alert("A"), "db", open, TOPOLOGY, NOW)).hasValue("inc-1");
    assertThat(grouping.place(alert("A"), "mail", open, TOPOLOGY, NOW)).isEmpty();
  }

  @Test
  void aNeighbourThatComesLateIsAnotherOutage() {
    var open = List.of(candidate("inc-1", "checkout", NOW.minus(Duration.ofMinutes(11))));

    assertThat(grouping.place(alert("A"), "front", open, TOPOLOGY, NOW)).isEmpty();
  }

  @Test
  void theSameServiceComesBeforeANeighbourAndTheNewestBeforeTheOlder() {
    var open =
        List.of(
            candidate("inc-3", "db", NOW),
            candidate("inc-1", "checkout", NOW),
            candidate("inc-2", "checkout", NOW));

    assertThat(grouping.place(alert("A"), "checkout", open, TOPOLOGY, NOW)).hasValue("inc-2");
  }

  @Test
  void withoutAServiceTheSameNameAndPlaceJoin() {
    var open = List.of(new Grouping.Candidate("inc-1", Set.of(), List.of(alert("NodeDown")), NOW));

    assertThat(grouping.place(alert("NodeDown"), null, open, TOPOLOGY, NOW)).hasValue("inc-1");
    assertThat(grouping.place(alert("DiskFull"), null, open, TOPOLOGY, NOW)).isEmpty();
  }

  private static Grouping.Candidate candidate(String id, String service, Instant last) {
    return new Grouping.Candidate(id, Set.of(service), List.of(), last);
  }

  private static Alert alert(String name) {
    return new Alert(
        name, NOW, null, AlertStatus.FIRING, Map.of("alertname", name, "cluster", "c"), Map.of());
  }
}
