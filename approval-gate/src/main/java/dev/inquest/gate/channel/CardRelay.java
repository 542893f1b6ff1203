package dev.inquest.gate.channel;

import dev.inquest.failure.FailureException;
import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.proposal.ProposalStore;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Asks in every channel, and rewrites the cards as proposals move on. Decisions never wait for it.
 */
public final class CardRelay {
  private static final Logger LOG = LoggerFactory.getLogger(CardRelay.class);

  /** A retry cannot help, so the next revision of the proposal is waited for rather. */
  private static final Duration GIVEN_UP = Duration.ofMinutes(5);

  private static final int BATCH = 20;

  private final TransactionOperations transactions;
  private final CardStore cards;
  private final ProposalStore proposals;
  private final AnnouncementStore announcements;
  private final CardWriter writer;
  private final Map<String, Channel> channels;

  /**
   * @param channels by name
   */
  public CardRelay(
      TransactionOperations transactions,
      CardStore cards,
      ProposalStore proposals,
      AnnouncementStore announcements,
      CardWriter writer,
      Map<String, Channel> channels) {
    this.transactions = transactions;
    this.cards = cards;
    this.proposals = proposals;
    this.announcements = announcements;
    this.writer = writer;
    this.channels = Map.copyOf(channels);
  }

  /** One round. */
  public void poll() {
    channels.keySet().forEach(cards::createMissing);
    boolean more = !channels.isEmpty();
    for (int done = 0; more && done < BATCH; done++) {
      more = Objects.requireNonNull(transactions.execute(_ -> showOne()));
    }
  }

  private boolean showOne() {
    return cards
        .lockBehind()
        .map(card -> {
          show(card);
          return true;
        })
        .orElse(false);
  }

  private void show(CardStore.Behind behind) {
    Channel channel = channels.get(behind.connector());
    if (channel == null) {
      cards.later(behind, GIVEN_UP);
      return;
    }
    Proposal proposal = proposals.find(behind.proposal()).orElseThrow();
    Card card = writer.card(proposal, behind.button());
    try {
      cards.shown(behind, show(channel, card, behind), card.revision());
    } catch (FailureException e) {
      LOG.warn("{} was not shown {}: {}", channel.name(), card.proposal(), e.failure().code());
      cards.later(behind, e.failure().retryable() ? Backoff.after(behind.attempts()) : GIVEN_UP);
    }
  }

  private Posted show(Channel channel, Card card, CardStore.Behind behind) {
    Posted where = behind.where();
    if (where == null) {
      return channel.ask(card, announcements.root(card.incident(), channel.name()).orElse(null));
    }
    channel.update(where, card);
    return where;
  }
}
