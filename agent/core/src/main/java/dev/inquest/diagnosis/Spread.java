package dev.inquest.diagnosis;

import dev.inquest.analysis.Symptom;
import dev.inquest.investigation.Detection;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Matching;
import dev.inquest.investigation.Scope;
import dev.inquest.investigation.Shift;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where it began and how far it spread, among services that became worse. */
final class Spread {
  private Spread() {}

  /** Services whose latency or errors became worse. */
  static Set<String> ill(Detection detection) {
    Set<String> ill = new TreeSet<>();
    for (Shift shift : detection.shifts()) {
      Symptom symptom = Symptom.of(shift.series());
      String service = shift.series().service();
      boolean felt = symptom == Symptom.LATENCY || symptom == Symptom.ERROR;
      if (service != null && felt && Matching.worse(shift)) {
        ill.add(service);
      }
    }
    return ill;
  }

  /** From an alerting service down the calls, as long as a called service is ill too. */
  static @Nullable String firstFailing(Scope scope, Gathered gathered, Detection detection) {
    Set<String> ill = ill(detection);
    String at = scope.alerting().stream().filter(ill::contains).findFirst().orElse(null);
    Set<String> seen = new TreeSet<>();
    while (at != null && seen.add(at)) {
      List<String> below =
          gathered.topology().calleesOf(at).stream()
              .filter(callee -> ill.contains(callee) && !seen.contains(callee))
              .toList();
      if (below.isEmpty()) {
        return at;
      }
      at = below.getFirst();
    }
    return at;
  }

  /** Ill services other than the first. */
  static List<String> blastRadius(Detection detection, @Nullable String first) {
    return ill(detection).stream().filter(service -> !service.equals(first)).toList();
  }
}
