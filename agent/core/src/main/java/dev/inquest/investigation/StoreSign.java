package dev.inquest.investigation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sign, in what is measured or said, that a store itself answers late or lets its users wait.
 *
 * @param store the database or cache
 * @param client the service whose statement it is; null where the store shows it itself
 * @param statement what is sent, as far as the series says; else null
 * @param strength how clear it is, in [0, 1]
 * @param evidence ids of the facts it is read from
 */
public record StoreSign(
    String store,
    Kind kind,
    @Nullable String client,
    @Nullable String statement,
    double strength,
    String sentence,
    List<String> evidence) {
  /** In what it shows itself. */
  public enum Kind {
    /** A statement takes longer, though no more of them are sent. */
    STATEMENT,
    /** More wait for locks. */
    WAITING,
    /** What fails speaks of locks. */
    WORDS
  }

  public StoreSign {
    requireNonNull(store, "store");
    requireNonNull(kind, "kind");
    requireNonNull(sentence, "sentence");
    evidence = List.copyOf(evidence);
    if (!(strength >= 0 && strength <= 1)) {
      throw new IllegalArgumentException("strength is not in [0, 1]: " + strength);
    }
  }
}
