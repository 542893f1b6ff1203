package dev.inquest.app.investigation;

import dev.inquest.app.storage.Investigations;
import dev.inquest.app.storage.Proposals;
import dev.inquest.app.storage.Proposals.Proposal;
import dev.inquest.app.storage.StoredJson;
import dev.inquest.app.storage.Timeline;
import dev.inquest.investigation.ProposeResult;
import dev.inquest.investigation.Stage;
import dev.inquest.proposal.ProposalDraft;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was asked of the gate for an incident before. The agent may not read its requests back, so
 * it goes by its own timeline and stage results.
 */
@Component
class AskedBefore {
  private static final int MAX_ROWS = 10_000;
  private final Timeline timeline;
  private final Investigations investigations;
  private final Proposals proposals;

  AskedBefore(Timeline timeline, Investigations investigations, Proposals proposals) {
    this.timeline = timeline;
    this.investigations = investigations;
    this.proposals = proposals;
  }

  /** How far the gate is with it. */
  enum Standing {
    /** Not decided, perhaps not even seen. */
    OPEN,
    /** Approved or further: it is being carried out. */
    IN_FLIGHT,
    /** A human or the policy said no. */
    REFUSED,
    /** Over without an answer. */
    OVER
  }

  /**
   * @param proposal the gate's copy; null where it has not made one
   */
  record Asked(ProposalDraft draft, @Nullable Proposal proposal) {
    Standing standing() {
      if (proposal == null) {
        return Standing.OPEN;
      }
      return switch (proposal.state()) {
        case "asked" -> Standing.OPEN;
        case "approved", "opened", "merged" -> Standing.IN_FLIGHT;
        case "rejected", "refused" -> Standing.REFUSED;
        default -> Standing.OVER;
      };
    }

    /** Whether the same bytes would change; words and evidence may differ. */
    boolean sameChange(ProposalDraft other) {
      return draft.kind() == other.kind()
          && draft.service().equals(other.service())
          && draft.files().equals(other.files())
          && java.util.Objects.equals(draft.revertOf(), other.revertOf());
    }
  }

  /** The last request that was not withdrawn. */
  Optional<Asked> last(String incident) {
    List<Timeline.Entry> asked =
        timeline.after(incident, 0, MAX_ROWS).stream()
            .filter(e -> e.kind().equals("proposed") || e.kind().equals("withdrawing"))
            .toList();
    if (asked.isEmpty() || asked.getLast().kind().equals("withdrawing")) {
      return Optional.empty();
    }
    Timeline.Entry entry = asked.getLast();
    UUID request = UUID.fromString(entry.detail().getOrDefault("request", ""));
    UUID investigation = UUID.fromString(entry.detail().getOrDefault("investigation", ""));
    return draft(investigation).map(draft -> new Asked(draft, copyOf(incident, request)));
  }

  private Optional<ProposalDraft> draft(UUID investigation) {
    String json = investigations.results(investigation).get(Stage.PROPOSE);
    if (json != null
        && StoredJson.read(json, ProposeResult.class) instanceof ProposeResult.Draft(var draft)) {
      return Optional.of(draft);
    }
    return Optional.empty();
  }

  private @Nullable Proposal copyOf(String incident, UUID request) {
    return proposals.of(incident).stream()
        .filter(p -> p.request().equals(request))
        .reduce((first, second) -> second)
        .orElse(null);
  }
}
