package dev.inquest.ranking;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
  /** By operation, then by the step before. */
  private final Map<Operation, Map<String, Map<String, Integer>>> next = new HashMap<>();

  private final Map<String, String> places = new HashMap<>();
  private final Map<String, Boolean> errors = new HashMap<>();

  /** Where requests are served. */
  record Operation(String service, String name) {}

  /** The state after a step of an operation. */
  record State(String service, String operation, String step) {
    Operation of() {
      return new Operation(service, operation);
    }
  }

  void add(String service, String operation, List<Step> steps) {
    Map<String, Map<String, Integer>> own =
        next.computeIfAbsent(new Operation(service, operation), k -> new HashMap<>());
    for (int i = 1; i < steps.size(); i++) {
      Step step = steps.get(i);
      own.computeIfAbsent(steps.get(i - 1).key(), k -> new HashMap<>())
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
    return after(state).values().stream().mapToInt(Integer::intValue).sum();
  }

  int times(State state, String step) {
    return after(state).getOrDefault(step, 0);
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
    return new TreeMap<>(after(state));
  }

  private Map<String, Integer> after(State state) {
    return next.getOrDefault(state.of(), Map.of()).getOrDefault(state.step(), Map.of());
  }

  Set<State> states() {
    Set<State> states = new HashSet<>();
    next.forEach((operation, own) ->
        own.keySet()
            .forEach(step -> states.add(new State(operation.service(), operation.name(), step))));
    return states;
  }

  @Nullable String place(String step) {
    return places.get(step);
  }
}
