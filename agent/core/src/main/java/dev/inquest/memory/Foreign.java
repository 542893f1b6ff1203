package dev.inquest.memory;

import java.util.ArrayList;
import java.util.List;

/** What another system's memory says, believed in part. */
final class Foreign {
  private static final double TINY = 1e-12;

  private Foreign() {}

  /** The log-odds that memory adds, times the share; faults keep their own names to themselves. */
  static List<Recollection> temper(List<Recollection> recalled, double share) {
    double[] p = Odds.normalised(recalled.stream().mapToDouble(r -> odds(r, share)).toArray());
    List<Recollection> tempered = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      tempered.add(with(recalled.get(i), p[i], share));
    }
    return tempered;
  }

  private static double odds(Recollection r, double share) {
    double posterior = StrictMath.log(r.probability() + TINY);
    return r.alarms() + share * (posterior - r.alarms());
  }

  private static Recollection with(Recollection r, double probability, double share) {
    return new Recollection(
        r.place(),
        probability,
        r.alarms(),
        r.fault(),
        r.faultProbability(),
        r.reasons().stream()
            .map(x ->
                new Recollection.Reason(
                    x.words(), x.here(), x.seen(), x.origins(), share * x.weight()))
            .toList());
  }
}
