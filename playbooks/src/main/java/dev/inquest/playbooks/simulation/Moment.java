package dev.inquest.playbooks.simulation;

import java.util.function.Predicate;

/**
 * How far a fault is in one step.
 *
 * @param ramp from 0, not there yet, to 1, all there
 * @param force from 1 upwards
 * @param reached whether it has come to a replica
 */
record Moment(double ramp, double force, Predicate<Replica> reached) {
  boolean on(Replica replica) {
    return reached.test(replica);
  }
}
