package dev.inquest.memory;

import dev.inquest.memory.Feature.View;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is true of a place in a burst: its alarms, how they differ from those of others that do the
 * same work, what kind of node it is; and where the system is one that is remembered, whose alarms
 * they are.
 */
final class PlaceFeatures {
  /** A bias tells less than an alarm: it starts with less of a say. */
  private static final double BIAS = 0.5;

  /** Brings surprises of never heard alarms down to the size of other features. */
  private static final double RARE = 0.5;

  private final Set<View> views;
  private final Habits habits;

  PlaceFeatures(Set<View> views, Habits habits) {
    this.views = views;
    this.habits = habits;
  }

  /**
   * @param counted whether the habits of the place were learned from this incident too
   */
  Map<Feature, Double> of(Place place, Burst burst, boolean counted) {
    Map<Feature, Double> found = new HashMap<>();
    for (String word : burst.words(place).keySet()) {
      if (habits.knows(place)) {
        found.put(new Feature(View.RARE, null, word), RARE * habits.surprise(place, word, counted));
      }
      found.put(new Feature(View.OWN, null, word), 1.0);
      found.put(new Feature(View.SERVICE, place.service(), word), 1.0);
    }
    found.put(new Feature(View.NODE, null, place.kind().name().toLowerCase(Locale.ROOT)), 1.0);
    found.put(new Feature(View.BIAS, place.service(), "its service"), BIAS);
    found.put(new Feature(View.BIAS, place.id(), "itself"), BIAS);
    contrast(place, burst, found);
    found.keySet().removeIf(feature -> !views.contains(feature.view()));
    return found;
  }

  private static void contrast(Place place, Burst burst, Map<Feature, Double> found) {
    List<Place> siblings = burst.places().stream().filter(place::siblingOf).toList();
    if (siblings.isEmpty()) {
      return;
    }
    Set<String> all = new TreeSet<>(burst.words(place).keySet());
    siblings.forEach(sibling -> all.addAll(burst.words(sibling).keySet()));
    for (String word : all) {
      double theirs =
          siblings.stream().mapToDouble(s -> loud(burst, s, word)).sum() / siblings.size();
      double more = loud(burst, place, word) - theirs;
      if (more != 0) {
        View view = more > 0 ? View.MORE : View.LESS;
        found.put(new Feature(view, null, word), Math.abs(more));
      }
    }
  }

  private static double loud(Burst burst, Place place, String word) {
    return StrictMath.log1p(burst.words(place).getOrDefault(word, 0));
  }
}
