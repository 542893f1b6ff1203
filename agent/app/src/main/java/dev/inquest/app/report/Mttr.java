package dev.inquest.app.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lengths of the phases in seconds; a phase that is not known is null, never 0. */
public record Mttr(
    @JsonProperty("detect_s") @Nullable Double detect,
    @JsonProperty("diagnose_s") @Nullable Double diagnose,
    @JsonProperty("approve_s") @Nullable Double approve,
    @JsonProperty("remediate_s") @Nullable Double remediate,
    @JsonProperty("recover_s") @Nullable Double recover,
    @JsonProperty("total_s") @Nullable Double total) {
  public static final Mttr UNKNOWN = new Mttr(null, null, null, null, null, null);

  /** Whether any phase is known yet. */
  public boolean begun() {
    return Stream.of(detect, diagnose, approve, remediate, recover).anyMatch(Objects::nonNull);
  }
}
