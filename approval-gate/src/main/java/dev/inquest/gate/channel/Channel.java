package dev.inquest.gate.channel;

import dev.inquest.evidence.Component;
import org.jspecify.annotations.Nullable;

/**
 * A place where people are told and asked. Thread-safe. Calls throw {@link
 * dev.inquest.failure.FailureException}, which says whether a retry can help.
 */
public interface Channel extends Component {
  /** Posts the incident's root message, or rewrites the one given. */
  Posted announce(Announcement announcement, @Nullable Posted earlier);

  /** Posts the card in the thread of the incident's root message, where there is one. */
  Posted ask(Card card, @Nullable Posted root);

  /** Rewrites a card in place. */
  void update(Posted where, Card card);
}
