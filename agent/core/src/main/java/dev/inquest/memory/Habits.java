package dev.inquest.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each place has each alarm in incidents that did not come from it: what always rings
 * tells nothing, what never did tells much.
 */
final class Habits {
  /** Half an incident with and half one without, so that nothing is impossible (Jeffreys). */
  private static final double HALF = 0.5;

  private final Map<String, Integer> innocent = new HashMap<>();
  private final Map<String, Map<String, Integer>> rang = new HashMap<>();

  void add(Burst burst, List<Place> innocents) {
    for (Place place : innocents) {
      innocent.merge(place.id(), 1, Integer::sum);
      Map<String, Integer> counts = rang.computeIfAbsent(place.id(), k -> new HashMap<>());
      burst.words(place).keySet().forEach(word -> counts.merge(word, 1, Integer::sum));
    }
  }

  boolean knows(Place place) {
    return innocent.containsKey(place.id());
  }

  /**
   * The alarm's surprise at this place, in nats.
   *
   * @param itself whether the incident asked about is one of those counted
   */
  double surprise(Place place, String word, boolean itself) {
    int one = itself ? 1 : 0;
    double of = innocent.getOrDefault(place.id(), 0) - one;
    double times = rang.getOrDefault(place.id(), Map.of()).getOrDefault(word, 0) - one;
    return -StrictMath.log((times + HALF) / (of + 2 * HALF));
  }
}
