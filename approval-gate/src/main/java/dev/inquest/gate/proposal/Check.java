package dev.inquest.gate.proposal;

/**
 * One thing the gate checked itself.
 *
 * @param name kebab-case
 * @param detail one sentence
 */
public record Check(String name, boolean passed, String detail) {}
