package dev.inquest.playbooks.simulation;

/**
 * How far a fault is in one step.
 *
 * @param ramp from 0, not there yet, to 1, all there
 * @param force from 1 upwards
 * @param on by replica of the world: which are hit
 */
record Moment(double ramp, double force, boolean[] on) {
  boolean on(Replica replica) {
    return on[replica.index()];
  }
}
