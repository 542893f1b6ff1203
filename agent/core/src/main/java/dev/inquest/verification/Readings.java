package dev.inquest.verification;

import dev.inquest.analysis.OperationComparison;
import dev.inquest.analysis.OperationComparison.Changed;
import dev.inquest.change.ChangeUnit;
import dev.inquest.change.ChangeUnits;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.investigation.Matching;
import dev.inquest.investigation.Shift;
import dev.inquest.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What tests make of the premises, each thing once and for all of them; so none of it depends on a
 * number of one test's. Used by one thread.
 */
final class Readings {
  private static final double FALSE_DISCOVERY_RATE = 0.05;

  private final Premises premises;
  private final List<ChangeUnit> units;
  private final CitedDiffs diffs;
  private final Once<List<Changed>> operations;
  private final Once<List<Shift>> matching;
  private final Once<FailureWords> failureWords;
  private final Once<ChangeWords> changeWords;
  private final Once<Seen> seen;
  private final Once<Topology> topology;

  /**
   * @param unasked the inquiry in which these stand, before any test asks
   */
  Readings(Premises premises, Inquiry unasked) {
    this.premises = premises;
    this.units = ChangeUnits.of(premises.gathered().changes(), premises.services());
    this.diffs = new CitedDiffs(premises.gathered(), premises.told().diffs(), premises.book());
    this.operations = new Once<>(this::compareOperations);
    this.matching = new Once<>(this::matchShifts);
    this.failureWords =
        new Once<>(
            () -> FailureWords.of(premises.told().failures().all(), OrdinaryWords.of(unasked)));
    this.changeWords = new Once<>(this::readChangeWords);
    this.seen = new Once<>(() -> Seen.of(unasked));
    this.topology =
        new Once<>(() ->
            Mentions.joined(
                premises.gathered().topology(), premises.told().failures().all(), measured()));
  }

  List<ChangeUnit> units() {
    return units;
  }

  /** Empty where no source told it. */
  Optional<ReadDiff> diff(ChangeUnit unit) {
    return diffs.of(unit);
  }

  /** That changed across the onset, the greatest increase of time per trace first. */
  List<Changed> operations() {
    return operations.get();
  }

  /** Shifts for the worse that speak of what the alert speaks of, strongest first. */
  List<Shift> matching() {
    return matching.get();
  }

  FailureWords failureWords() {
    return failureWords.get();
  }

  ChangeWords changeWords() {
    return changeWords.get();
  }

  Seen seen() {
    return seen.get();
  }

  Topology topology() {
    return topology.get();
  }

  private List<Changed> compareOperations() {
    return OperationComparison.changed(
        premises.gathered().traces(),
        premises.onset().from(),
        premises.onset().to(),
        FALSE_DISCOVERY_RATE);
  }

  private List<Shift> matchShifts() {
    Matching rule = Matching.of(premises.scope(), premises.gathered().metrics());
    return premises.detection().shifts().stream().filter(rule::matches).toList();
  }

  private ChangeWords readChangeWords() {
    return ChangeWords.of(
        units.stream().map(this::diff).flatMap(Optional::stream).map(ReadDiff::reading).toList());
  }

  /** Services with metrics of their own. */
  private Set<String> measured() {
    Set<String> measured = new TreeSet<>();
    for (MetricSeries series : premises.gathered().metrics()) {
      String service = series.id().service();
      if (service != null) {
        measured.add(service);
      }
    }
    return measured;
  }
}
