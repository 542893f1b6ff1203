package dev.inquest.playbooks.simulation;

/** What happens to the world, step by step. */
@FunctionalInterface
interface Turning {
  Turning NOTHING = (dials, step) -> {};

  /**
   * @param dials at normal
   */
  void turn(Dials dials, int step);
}
