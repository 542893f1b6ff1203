package dev.inquest.connectors.postgresql;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One named question; its columns and parameters are in {@code docs/reference/probes.md}. */
interface ProbeTemplate {
  /** What names and shapes a template. */
  record Form(
      String name,
      Set<String> required,
      Set<String> optional,
      List<String> columns,
      String grade,
      boolean slow) {
    static Form observed(String name, Set<String> required, List<String> columns) {
      return new Form(name, required, Set.of(), columns, "observed", false);
    }
  }

  Form form();

  /**
   * The rows, in the form's columns.
   *
   * @throws dev.inquest.connectors.postgresql.session.UntestableException why there is no answer
   * @throws dev.inquest.failure.FailureException where the database cannot be reached
   */
  List<List<@Nullable Object>> answer(Target target, Parameters parameters);
}
