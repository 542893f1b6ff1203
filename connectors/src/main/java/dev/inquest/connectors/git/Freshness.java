package dev.inquest.connectors.git;

/** How new a mirror must be. A local repository is always read as it is. */
enum Freshness {
  /** Whatever is there; fetched only where nothing is. */
  ANY,
  /** Fetched within the configured time. */
  RECENT,
  /** Fetched after the question. */
  NOW
}
