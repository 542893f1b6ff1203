package dev.inquest.verification;

import dev.inquest.playbook.Catalogue;
import dev.inquest.playbook.Tuning;
import java.util.Map;
import java.util.TreeMap;

/** A catalogue's numbers for a test, and which of them it has read. Not thread-safe. */
final class NotedNumbers {
  private final Catalogue catalogue;
  private final Map<String, Double> noted = new TreeMap<>();

  NotedNumbers(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * @param playbook its id
   */
  Tuning of(String playbook) {
    return new Tuning(catalogue, playbook, noted::put);
  }

  /** By name. */
  Map<String, Double> noted() {
    return Map.copyOf(noted);
  }
}
