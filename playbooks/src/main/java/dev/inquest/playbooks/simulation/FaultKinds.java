package dev.inquest.playbooks.simulation;

import java.util.List;
import java.util.stream.Stream;

/** All kinds of faults. */
final class FaultKinds {
  static final List<FaultKind> ALL =
      Stream.of(
              CodeFaults.KINDS,
              ConfigFaults.KINDS,
              DatabaseFaults.KINDS,
              PlaceFaults.KINDS,
              OutsideFaults.KINDS,
              HealthyDays.KINDS)
          .flatMap(List::stream)
          .toList();

  private FaultKinds() {}

  static FaultKind find(String name) {
    return ALL.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no kind of fault " + name));
  }
}
