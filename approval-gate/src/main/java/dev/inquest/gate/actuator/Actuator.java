package dev.inquest.gate.actuator;

import dev.inquest.evidence.Component;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.util.Optional;

/**
 * Opens merge requests on one kind of forge. Idempotent: {@link #find} is asked before {@link
 * #open}, and the branch's name follows from the digest. Thread-safe. Calls throw {@link
 * FailureException}, which says whether a retry can help.
 */
public interface Actuator extends Component {
  /** Whether this actuator is the one for that repository of the service map. */
  boolean serves(String repository);

  /** The merge request of an earlier try, where there is one for that very branch and tree. */
  Optional<MergeRequest> find(Actuation actuation);

  /** Pushes the branch (one commit on the base) and opens the merge request. */
  MergeRequest open(Actuation actuation);

  /**
   * Merges it, where the policy says so; idempotent.
   *
   * @throws FailureException {@code merge-unsupported}, for good, where this forge's is not built
   */
  default void merge(Actuation actuation, MergeRequest mergeRequest) {
    throw new FailureException(
        Failure.permanent(
            "merge-unsupported", mergeRequest.branch(), name() + " opens merge requests only"));
  }
}
