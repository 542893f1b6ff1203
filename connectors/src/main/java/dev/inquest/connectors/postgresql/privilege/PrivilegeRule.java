package dev.inquest.connectors.postgresql.privilege;

/**
 * One way in which a role could write.
 *
 * <p>The query answers rows of {@code (problem, fix)}, the fix being a statement that an owner can
 * run.
 *
 * @param warning tolerable in a read-only transaction
 */
record PrivilegeRule(String name, boolean warning, String sql) {}
