package dev.inquest.investigation;

import dev.inquest.diagnosis.Onset;
import java.util.List;

/**
 * What telemetry tells in words since the onset; hypotheses are raised from it, and judged by it.
 *
 * @param failures what fails and did not before
 * @param outside signs in it of a cause that nobody here changed
 * @param stores what is told of stores
 * @param shortages what services say they lack
 */
public record Told(
    Failures failures, List<Outside> outside, List<StoreSign> stores, List<Shortage> shortages) {
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
        Shortage.in(failures));
  }
}
