package dev.inquest.playbooks.replay;

import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Scope;

/** A case's evidence as every catalogue gathers it. Nothing in it changes. */
public final class Collected {
  private final Scope scope;
  private final Gathered gathered;
  private final CaseBook book;
  private final int queriesLeft;

  Collected(Scope scope, Gathered gathered, CaseBook book, int queriesLeft) {
    this.scope = scope;
    this.gathered = gathered;
    this.book = book;
    this.queriesLeft = queriesLeft;
  }

  Scope scope() {
    return scope;
  }

  Gathered gathered() {
    return gathered;
  }

  /** To be forked, not written in. */
  CaseBook book() {
    return book;
  }

  int queriesLeft() {
    return queriesLeft;
  }
}
