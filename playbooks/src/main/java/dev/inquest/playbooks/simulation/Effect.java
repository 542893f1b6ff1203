package dev.inquest.playbooks.simulation;

/** What a fault does to the world while it is there. */
@FunctionalInterface
interface Effect {
  Effect NONE = (dials, moment) -> {};

  void turn(Dials dials, Moment moment);
}
