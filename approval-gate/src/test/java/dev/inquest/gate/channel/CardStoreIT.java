package dev.inquest.gate.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.testing.Drafts;
import dev.inquest.gate.testing.Gate;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A card belongs into its incident's thread, but it does not wait for one for ever. */
class CardStoreIT {
  private static final String SLACK = "slack";

  @TempDir Path folder;
  private Gate gate;
  private CardStore cards;
  private Proposal proposal;

  @BeforeEach
  void ask() {
    gate = new Gate(folder);
    cards = new CardStore(gate.jdbc);
    proposal = gate.propose(Drafts.migration(gate.shop.head("main")));
    cards.createMissing(SLACK);
  }

  @Test
  void aCardWaitsForItsIncidentsRootMessage() {
    assertThat(cards.lockBehind()).isEmpty();
    announce("1700.1");
    assertThat(cards.lockBehind().orElseThrow().proposal()).isEqualTo(proposal.id());
  }

  @Test
  void aRootMessageThatDoesNotComeIsNotWaitedForLong() {
    announce(null);
    assertThat(cards.lockBehind()).isEmpty();
    gate.database
        .sql()
        .sql("UPDATE gate.proposal SET created_at = created_at - interval '11 seconds'")
        .update();
    assertThat(cards.lockBehind().orElseThrow().proposal()).isEqualTo(proposal.id());
  }

  private void announce(@org.jspecify.annotations.Nullable String message) {
    gate.database
        .sql()
        .sql(
            "INSERT INTO gate.announcement (incident, connector, event, channel, message, workspace,"
                + " next_try_at) VALUES (:incident, :connector, 1, 'C1', :message, 'T1', now())")
        .param("incident", proposal.incident())
        .param("connector", SLACK)
        .param("message", message)
        .update();
  }
}
