package dev.inquest.playbooks.replay;

import dev.inquest.investigation.Testimony;

/** What is suspected in a case and what tests found, before anybody weighs it. */
public final class Heard {
  private final Observed observed;
  private final Testimony testimony;
  private final long work;

  Heard(Observed observed, Testimony testimony, long work) {
    this.observed = observed;
    this.testimony = testimony;
    this.work = work;
  }

  Observed observed() {
    return observed;
  }

  Testimony testimony() {
    return testimony;
  }

  /** Points, spans, log records, changes and rows read; never time. */
  long work() {
    return work;
  }
}
