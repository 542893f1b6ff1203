package dev.inquest.playbooks.evolve.guard;

/**
 * What one guard found.
 *
 * @param name e.g. {@code class latency}
 * @param pairs that it saw
 * @param gain what the candidate is better by, on the guard's own scale; below 0 where worse
 * @param least the lower bound of it at .05
 * @param limit what the bound must lie above
 */
public record GuardCheck(
    String name, int pairs, double gain, double least, double limit, boolean passed) {}
