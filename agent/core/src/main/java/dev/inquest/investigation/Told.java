package dev.inquest.investigation;

import dev.inquest.change.DiffReadings;
import dev.inquest.diagnosis.Onset;
import java.util.List;

/**
 * What is told in words, by telemetry since the onset and by the diffs of changes; hypotheses are
 * raised from it, and judged by it.
 *
 * @param failures what fails and did not before
 * @param outside signs in it of a cause that nobody here changed
 * @param stores what is told of stores
 * @param shortages what services say they lack
 * @param diffs of changes, read as they are asked for
 */
public record Told(
    Failures failures,
    List<Outside> outside,
    List<StoreSign> stores,
    List<Shortage> shortages,
    DiffReadings diffs) {
  public Told {
    outside = List.copyOf(outside);
    stores = List.copyOf(stores);
    shortages = List.copyOf(shortages);
  }

  public static Told of(Scope scope, Gathered gathered, Detection detection, Onset onset) {
    Failures failures = Failures.of(gathered, onset.from(), Failures.EARLY);
    return new Told(
        failures,
        OutsideReader.of(scope, gathered, failures, onset),
        StoreSigns.of(gathered, detection, failures, onset),
        Shortage.in(failures),
        new DiffReadings());
  }
}
