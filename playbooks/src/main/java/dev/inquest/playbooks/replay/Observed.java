package dev.inquest.playbooks.replay;

import dev.inquest.investigation.Detection;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Scope;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of a case before anything is suspected, and what was heard of it since: whoever sees
 * the same goes on from there. Not thread-safe.
 */
public final class Observed {
  private final Collected collected;
  private final Detection detection;
  private final CaseBook book;
  private @Nullable Opened opened;

  Observed(Collected collected, Detection detection, CaseBook book) {
    this.collected = collected;
    this.detection = detection;
    this.book = book;
  }

  Scope scope() {
    return collected.scope();
  }

  Gathered gathered() {
    return collected.gathered();
  }

  Detection detection() {
    return detection;
  }

  /** To be forked, not written in. */
  CaseBook book() {
    return book;
  }

  int queriesLeft() {
    return collected.queriesLeft();
  }

  /** The hearing that all share, opened by the first who asks. */
  Opened opened(Supplier<Opened> opening) {
    Opened known = opened;
    if (known == null) {
      known = opening.get();
      opened = known;
    }
    return known;
  }
}
