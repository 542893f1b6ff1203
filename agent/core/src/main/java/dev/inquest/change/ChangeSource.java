package dev.inquest.change;

import dev.inquest.evidence.Component;

/** Reads deploys, commits, flags and config edits. Thread-safe. */
public interface ChangeSource extends Component {
  /**
   * @throws dev.inquest.failure.FailureException where the system cannot be asked or talks nonsense
   */
  ChangeAnswer changes(ChangeQuery query);
}
