package dev.inquest.memory;

import dev.inquest.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where many alarms came from, by the alarms alone: each kind of alarm speaks for the place that it
 * is about, less where others that do the same work or that the place calls have it too; and who
 * alarmed first speaks for itself.
 */
public final class BurstPrior {
  private final BurstSettings settings;

  public BurstPrior(BurstSettings settings) {
    this.settings = settings;
  }

  public boolean applies(Burst burst) {
    return burst.alarms() >= settings.least() && burst.loud() > 1;
  }

  /** Log-odds of each place, in the order of the burst's places; zero for a silent one. */
  public double[] of(Burst burst) {
    List<Place> places = burst.places();
    double[] odds = new double[places.size()];
    for (int i = 0; i < odds.length; i++) {
      Place place = places.get(i);
      double sum = settings.first() * earlier(place, burst);
      for (String kind : burst.kinds(place)) {
        sum += worth(kind, burst) * alone(kind, place, burst);
      }
      odds[i] = settings.sharpness() * sum;
    }
    return odds;
  }

  /** As probabilities, for when nothing is remembered. */
  public List<Recollection> recall(Burst burst) {
    double[] odds = of(burst);
    double[] p = Odds.normalised(odds);
    List<Recollection> all = new ArrayList<>();
    for (int i = 0; i < odds.length; i++) {
      all.add(new Recollection(burst.places().get(i), p[i], odds[i], null, 0, List.of()));
    }
    return all;
  }

  private double worth(String kind, Burst burst) {
    return switch (burst.about(kind)) {
      case MEASURE -> settings.measure();
      case CALL -> settings.call();
      case OTHER -> settings.other();
    };
  }

  private double alone(String kind, Place place, Burst burst) {
    boolean shared =
        burst.places().stream()
            .anyMatch(other -> other.siblingOf(place) && burst.kinds(other).contains(kind));
    boolean explained = callees(place, burst.topology()).stream().anyMatch(c -> burst.has(c, kind));
    return (shared ? settings.shared() : 1) * (explained ? settings.explained() : 1);
  }

  /** What it calls and is not called by: a link both ways does not tell who waits for whom. */
  private static Set<String> callees(Place place, Topology topology) {
    Set<String> callees = new TreeSet<>(topology.calleesOf(place.id()));
    callees.removeAll(topology.callersOf(place.id()));
    return callees;
  }

  /** Share of the other loud places that began later. */
  private static double earlier(Place place, Burst burst) {
    Instant begun = burst.begun(place);
    if (begun == null) {
      return 0;
    }
    long others = burst.places().stream().filter(p -> burst.begun(p) != null).count() - 1;
    long later = burst.places().stream().filter(p -> later(burst.begun(p), begun)).count();
    return others == 0 ? 0 : (double) later / others;
  }

  private static boolean later(@Nullable Instant at, Instant begun) {
    return at != null && at.isAfter(begun);
  }
}
