package dev.inquest.hypothesis;

import dev.inquest.change.ChangeUnit;
import dev.inquest.change.DiffReadings;
import dev.inquest.diagnosis.Onset;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Changes by how near they came to the onset. */
final class NearChanges {
  /** A deploy is told some seconds off. */
  private static final Duration SLACK = Duration.ofSeconds(10);

  private final List<ChangeUnit> units;
  private final Onset onset;
  private final DiffReadings diffs;

  NearChanges(List<ChangeUnit> units, Onset onset, DiffReadings diffs) {
    this.units = List.copyOf(units);
    this.onset = onset;
    this.diffs = diffs;
  }

  /**
   * Changes in effect within the window before the onset, or later: those that could matter first,
   * and of these the nearest.
   */
  List<ChangeUnit> within(Duration window) {
    Instant earliest = onset.from().minus(window);
    return units.stream()
        .filter(unit -> !at(unit).isBefore(earliest))
        .sorted(
            Comparator.comparing((ChangeUnit unit) -> !couldMatter(unit))
                .thenComparing(unit -> Duration.between(at(unit), onset.midpoint()).abs())
                .thenComparing(ChangeUnit::id))
        .toList();
  }

  /** How many of these could matter. */
  long suspects(List<ChangeUnit> near) {
    return near.stream().filter(this::couldMatter).count();
  }

  /** In effect by the onset, and not of comments, tests or documents only. */
  private boolean couldMatter(ChangeUnit unit) {
    Instant effective = unit.effectiveAt();
    return effective != null
        && !effective.isAfter(onset.to().plus(SLACK))
        && !diffs.of(unit.main()).inert();
  }

  private static Instant at(ChangeUnit unit) {
    return Objects.requireNonNullElse(unit.effectiveAt(), unit.main().at());
  }
}
