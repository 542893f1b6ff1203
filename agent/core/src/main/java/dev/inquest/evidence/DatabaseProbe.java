package dev.inquest.evidence;

import java.util.Set;

/**
 * A database as witness, through a role that is proved unable to write. Thread-safe.
 *
 * <p>Templates, their parameters and columns are listed in {@code docs/reference/probes.md}.
 */
public interface DatabaseProbe extends Component {
  /** The databases that can be asked, by their names in the service map. */
  Set<String> targets();

  /** The templates this probe can answer. */
  Set<String> templates();

  /**
   * Never throws for a question that cannot be answered: {@link ProbeAnswer#error()} says why.
   *
   * @throws dev.inquest.failure.FailureException where the database cannot be reached
   */
  ProbeAnswer ask(ProbeQuery query);
}
