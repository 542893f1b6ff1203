package dev.inquest.playbooks.simulation;

/**
 * One running copy of a part.
 *
 * @param index among all replicas of the world
 * @param part the index of what it is a copy of
 */
record Replica(int index, int part, String name, String host, String zone) {}
