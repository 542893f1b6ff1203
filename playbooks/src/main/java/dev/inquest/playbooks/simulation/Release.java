package dev.inquest.playbooks.simulation;

import java.time.Instant;
import java.util.List;

/**
 * A version that reached some replicas of a part.
 *
 * @param at for each replica of the part, when; {@link Instant#MAX} where it never did
 */
record Release(Part part, String version, List<Instant> at) {
  Release {
    at = List.copyOf(at);
  }
}
