package dev.inquest.ranking;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often which step followed which, by operation: a first-order Markov chain of what happens
 * inside a span.
 */
final class Paths {
  private final Map<String, SortedMap<String, Integer>> next = new HashMap<>();
  private final Map<String, String> places = new HashMap<>();
  private final Map<String, Boolean> errors = new HashMap<>();

  /** The state after a step of an operation. */
  static String state(String service, String operation, String step) {
    return service + '\0' + operation + '\0' + step;
  }

  void add(String service, String operation, List<Step> steps) {
    for (int i = 1; i < steps.size(); i++) {
      Step step = steps.get(i);
      next.computeIfAbsent(state(service, operation, steps.get(i - 1).key()), k -> new TreeMap<>())
          .merge(step.key(), 1, Integer::sum);
      errors.put(step.key(), step.error());
      if (step.place() != null) {
        places.put(step.key(), step.place());
      }
    }
  }

  int times(String state) {
    return next(state).values().stream().mapToInt(Integer::intValue).sum();
  }

  int times(String state, String step) {
    return next(state).getOrDefault(step, 0);
  }

  boolean isError(String step) {
    return errors.getOrDefault(step, false);
  }

  /** What most often follows; null where nothing is known to. */
  @Nullable String usual(String state) {
    return next(state).entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /** The steps that follow here at all. */
  Map<String, Integer> next(String state) {
    return next.getOrDefault(state, java.util.Collections.emptySortedMap());
  }

  /** By state, in order. */
  SortedMap<String, SortedMap<String, Integer>> all() {
    return new TreeMap<>(next);
  }

  @Nullable String place(String step) {
    return places.get(step);
  }
}
