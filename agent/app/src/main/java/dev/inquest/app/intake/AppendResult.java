package dev.inquest.app.intake;

/** What became of an append to the inbox. */
sealed interface AppendResult {
  /** Committed. */
  record Stored(long id) implements AppendResult {}

  /** Committed before, by this process or another. */
  record Duplicate() implements AppendResult {}

  /** Not known to be committed; the sender must try again. */
  record NotStored(String why) implements AppendResult {}
}
