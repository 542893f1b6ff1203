package dev.inquest.gate.proposal;

import java.util.Locale;

/** Where a proposal stands. */
public enum ProposalState {
  /** The gate does not ask; the reason says why. */
  REFUSED,
  /** Waiting for people. */
  ASKED,
  /** A warrant is issued. */
  APPROVED,
  /** The merge request is open. */
  OPENED,
  /** Its change is on the target branch. */
  MERGED,
  REJECTED,
  EXPIRED,
  WITHDRAWN,
  /** Approved, but it could not be carried out; the reason says why. */
  FAILED;

  /** The lower-case name, as stored and shown. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ProposalState parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
