package dev.inquest.app.investigation;

import dev.inquest.app.storage.Proposals.Proposal;
import dev.inquest.app.storage.Timeline;
import dev.inquest.change.Change;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When the fix was deployed, and that it did not help where it did not. */
@Component
class FixTimeline {
  private final DeployedFix deployed;
  private final Timeline timeline;
  private final RecoveryProperties properties;
  private final Clock clock;

  FixTimeline(DeployedFix deployed, Timeline timeline, RecoveryProperties properties, Clock clock) {
    this.deployed = deployed;
    this.timeline = timeline;
    this.properties = properties;
    this.clock = clock;
  }

  /** Null while no fix was. */
  @Nullable Instant deployedAt(String incident, List<Proposal> proposals) {
    Optional<Instant> known = timeline.first(incident, "deployed");
    if (known.isPresent()) {
      sayIfItDidNotHelp(incident, known.get());
      return known.get();
    }
    for (Proposal proposal : proposals) {
      Optional<Change> change = deployed.of(proposal);
      if (change.isPresent()) {
        note(incident, proposal, change.get());
        return change.get().at();
      }
    }
    return null;
  }

  private void note(String incident, Proposal proposal, Change change) {
    Map<String, String> detail = Map.of("proposal", proposal.id(), "change", change.id());
    String sentence = "The fix is deployed (" + change.id() + ").";
    timeline.addOnce(incident, change.at(), "deployed", sentence, detail);
  }

  private void sayIfItDidNotHelp(String incident, Instant deployedAt) {
    if (clock.instant().isAfter(deployedAt.plus(properties.timeout()))) {
      timeline.addOnce(
          incident,
          clock.instant(),
          "not-recovered",
          "The fix is deployed and recovery has not come within "
              + properties.timeout().toMinutes()
              + " minutes. Consider to revert it.",
          Map.of());
    }
  }
}
