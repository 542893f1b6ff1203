package dev.inquest.playbooks.arena.detector;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A series and what is to be told of it. Its values are not copied and must not be changed. */
final class LabelledSeries {
  private final String id;
  private final String taskClass;
  private final double[] values;
  private final List<Window> windows;
  private final boolean plain;

  LabelledSeries(
      String id, String taskClass, double[] values, List<Window> windows, boolean plain) {
    this.id = requireNonNull(id, "id");
    this.taskClass = requireNonNull(taskClass, "taskClass");
    this.values = requireNonNull(values, "values");
    this.windows = List.copyOf(windows);
    this.plain = plain;
    int from = 0;
    for (Window window : this.windows) {
      if (window.left() < from || window.right() >= values.length) {
        throw new IllegalArgumentException("windows of " + id + " overlap or lie outside");
      }
      from = window.right() + 1;
    }
  }

  /** Within the arena. */
  String id() {
    return id;
  }

  /** The kind of anomaly, or {@code real} where nobody made it. */
  String taskClass() {
    return taskClass;
  }

  /** A row each. */
  double[] values() {
    return values;
  }

  /** In order of time, none touching another; none where the series is clean. */
  List<Window> windows() {
    return windows;
  }

  /** Whether nobody could miss what happens. */
  boolean plain() {
    return plain;
  }
}
