package dev.inquest.app.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.inquest.app.evidence.EvidenceDetail.Basis;
import dev.inquest.evidence.Evidence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking again.
 *
 * @param why a sentence: why it differs, as far as that is known, or cannot be asked; else null
 * @param againSha256 of the new answer; null where there is none
 * @param restsOn for a computed fact, what it was computed from and can be asked again
 */
record Refetched(
    String incident,
    String id,
    Outcome outcome,
    @Nullable String why,
    Instant at,
    String sha256,
    long bytes,
    @JsonProperty("again_sha256") @Nullable String againSha256,
    @JsonProperty("again_bytes") @Nullable Long againBytes,
    @JsonProperty("rests_on") List<Basis> restsOn) {
  Refetched {
    restsOn = List.copyOf(restsOn);
  }

  /** Compared by SHA-256. */
  enum Outcome {
    SAME,
    DIFFERS,
    CANNOT_BE_ASKED
  }

  static Refetched cannot(
      String incident, Evidence evidence, String why, Instant at, List<Basis> restsOn) {
    return new Refetched(
        incident,
        evidence.id(),
        Outcome.CANNOT_BE_ASKED,
        why,
        at,
        evidence.sha256(),
        evidence.bytes(),
        null,
        null,
        restsOn);
  }
}
