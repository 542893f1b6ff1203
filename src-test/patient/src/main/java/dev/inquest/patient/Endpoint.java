package dev.inquest.patient;

import java.util.List;

/**
 * One file of {@code endpoints/}: statements run in order; a later one may use the first row's
 * columns of an earlier one as parameters.
 *
 * @param path exact, e.g. {@code /orders/view}; its parameters come as a query string
 */
record Endpoint(String name, String method, String path, List<Statement> statements) {
  Endpoint {
    statements = List.copyOf(statements);
  }
}
