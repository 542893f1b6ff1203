package dev.inquest.lab.story;

import java.util.List;

/**
 * One run, chosen whole by its seed.
 *
 * @param history the releases before anything happens, oldest first; the last one runs at first
 * @param before innocent, deployed shortly before the culprit
 * @param culprit filters on the target's column; with its index in a control
 * @param after innocent, deployed shortly after the culprit
 */
public record Story(
    long seed,
    boolean control,
    String service,
    Target target,
    List<Release> history,
    Release before,
    Release culprit,
    Release after) {
  public Story {
    history = List.copyOf(history);
  }

  public Release baseline() {
    return history.getLast();
  }
}
