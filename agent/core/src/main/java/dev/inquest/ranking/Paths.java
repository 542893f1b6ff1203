package dev.inquest.ranking;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often which step followed which, by operation: a first-order Markov chain of what happens
 * inside a span.
 */
final class Paths {
  private final Map<State, Map<String, Integer>> next = new HashMap<>();
  private final Map<String, String> places = new HashMap<>();
  private final Map<String, Boolean> errors = new HashMap<>();

  /** The state after a step of an operation. */
  record State(String service, String operation, String step) {}

  void add(String service, String operation, List<Step> steps) {
    for (int i = 1; i < steps.size(); i++) {
      Step step = steps.get(i);
      next.computeIfAbsent(
              new State(service, operation, steps.get(i - 1).key()), k -> new HashMap<>())
          .merge(step.key(), 1, Integer::sum);
      if (step.error()) {
        errors.put(step.key(), true);
      } else {
        errors.putIfAbsent(step.key(), false);
      }
      if (step.place() != null) {
        places.put(step.key(), step.place());
      }
    }
  }

  int times(State state) {
    return next(state).values().stream().mapToInt(Integer::intValue).sum();
  }

  int times(State state, String step) {
    return next.getOrDefault(state, Map.of()).getOrDefault(step, 0);
  }

  boolean isError(String step) {
    return errors.getOrDefault(step, false);
  }

  /** What most often follows; null where nothing is known to. */
  @Nullable String usual(State state) {
    return next(state).entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /** The steps that follow here at all, in order of their keys. */
  SortedMap<String, Integer> next(State state) {
    return new TreeMap<>(next.getOrDefault(state, Map.of()));
  }

  Set<State> states() {
    return next.keySet();
  }

  @Nullable String place(String step) {
    return places.get(step);
  }
}
