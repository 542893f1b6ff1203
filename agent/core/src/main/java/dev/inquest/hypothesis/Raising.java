package dev.inquest.hypothesis;

import dev.inquest.analysis.Symptom;
import dev.inquest.change.ChangeUnit;
import dev.inquest.diagnosis.Onset;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Outside;
import dev.inquest.investigation.Scope;
import dev.inquest.investigation.Shift;
import dev.inquest.investigation.Shortage;
import dev.inquest.investigation.StoreSign;
import dev.inquest.topology.ServiceMap;
import java.util.List;
import java.util.Set;

/**
 * What hypotheses are raised from.
 *
 * @param near changes near the onset, in order of time
 * @param worse shifts for the worse, strongest first
 * @param symptoms the alert's and those of shifts in its scope
 * @param outside signs of causes that nobody here changed
 * @param stores what telemetry tells of stores
 * @param shortages what services say they lack
 */
public record Raising(
    Scope scope,
    Gathered gathered,
    ServiceMap services,
    Onset onset,
    List<ChangeUnit> near,
    List<Shift> worse,
    Set<Symptom> symptoms,
    List<Outside> outside,
    List<StoreSign> stores,
    List<Shortage> shortages) {
  public Raising {
    near = List.copyOf(near);
    worse = List.copyOf(worse);
    symptoms = Set.copyOf(symptoms);
    outside = List.copyOf(outside);
    stores = List.copyOf(stores);
    shortages = List.copyOf(shortages);
  }

  /** The alerting services for a sentence, or {@code the alerting service}. */
  public String victims() {
    return scope.alerting().isEmpty()
        ? "the alerting service"
        : String.join(", ", scope.alerting());
  }
}
