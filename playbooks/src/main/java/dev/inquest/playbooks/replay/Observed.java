package dev.inquest.playbooks.replay;

import dev.inquest.investigation.Detection;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Scope;
import java.util.function.Supplier;

/** What is seen of a case before anything is suspected. Not thread-safe. */
public final class Observed {
  private final Noticed noticed;
  private final Detection detection;
  private final CaseBook book;

  Observed(Noticed noticed, Detection detection, CaseBook book) {
    this.noticed = noticed;
    this.detection = detection;
    this.book = book;
  }

  Scope scope() {
    return noticed.collected().scope();
  }

  Gathered gathered() {
    return noticed.collected().gathered();
  }

  Detection detection() {
    return detection;
  }

  /** To be forked, not written in. */
  CaseBook book() {
    return book;
  }

  int queriesLeft() {
    return noticed.collected().queriesLeft();
  }

  /** The hearing that all share who notice the same, opened by the first who asks. */
  Opened opened(Supplier<Opened> opening) {
    return noticed.opened(detection.onset(), opening);
  }
}
