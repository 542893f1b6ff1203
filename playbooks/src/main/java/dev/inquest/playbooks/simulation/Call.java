package dev.inquest.playbooks.simulation;

import org.jspecify.annotations.Nullable;

/**
 * What one part asks of another, once or more often a request.
 *
 * @param index among all calls of the world
 * @param perRequest how many a request of the caller
 * @param cost time at the callee against its usual one
 * @param hit the share that a cache answers
 * @param timeoutSeconds of one attempt
 * @param tries attempts in all, at least 1
 * @param critical whether the request fails where the call does
 * @param statement the SQL of a call to a database; else null
 */
record Call(
    int index,
    int from,
    int to,
    String operation,
    double perRequest,
    double cost,
    double hit,
    double timeoutSeconds,
    int tries,
    boolean critical,
    @Nullable Statement statement) {
  /** A statement with its literals stripped, and what it reads. */
  record Statement(String sql, String table, String column) {}
}
