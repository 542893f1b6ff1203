package dev.inquest.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Groups with the smallest priorities, all of a group or nothing. What was once too large for it
 * stays out, so that each group had the same chance whenever it came (Cohen and Kaplan, 2007).
 */
final class BottomSample<T> {
  private final TreeMap<Long, List<T>> groups = new TreeMap<>();
  private long below = Long.MAX_VALUE;
  private int size;

  boolean takes(long priority) {
    return priority < below;
  }

  void add(long priority, T item) {
    groups.computeIfAbsent(priority, p -> new ArrayList<>(1)).add(item);
    size++;
  }

  void dropLargest() {
    below = groups.lastKey();
    size -= groups.pollLastEntry().getValue().size();
  }

  /** How many of this group there are. */
  int size(long priority) {
    if (priority >= below) {
      return 0;
    }
    List<T> group = groups.get(priority);
    return group == null ? 0 : group.size();
  }

  int size() {
    return size;
  }

  Stream<T> items() {
    return groups.values().stream().flatMap(List::stream);
  }
}
