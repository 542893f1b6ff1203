package dev.inquest.playbooks.arena.detector;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A series and what is to be told of it.
 *
 * @param id within the arena
 * @param taskClass the kind of anomaly, or {@code real} where nobody made it
 * @param values a row each; not to be changed
 * @param windows in order of time, none touching another; none where the series is clean
 * @param plain whether nobody could miss it
 */
record LabelledSeries(
    String id, String taskClass, double[] values, List<Window> windows, boolean plain) {
  LabelledSeries {
    requireNonNull(id, "id");
    requireNonNull(taskClass, "taskClass");
    windows = List.copyOf(windows);
    int from = 0;
    for (Window window : windows) {
      if (window.left() < from || window.right() >= values.length) {
        throw new IllegalArgumentException("windows of " + id + " overlap or lie outside");
      }
      from = window.right() + 1;
    }
  }
}
