package dev.inquest.playbooks.criticism;

/** How a diagnosis did, as far as that is known. */
public enum Grade {
  RIGHT,
  /** Right, but only when it was investigated again. */
  LATE,
  WRONG,
  /** Wrong, at a confidence of nine in ten or more. */
  OVER_CONFIDENT,
  /** It did not commit itself although the evidence was there. */
  NEEDLESSLY_ABSTAINED,
  /** Nobody said and nothing proves it. Counts neither way. */
  UNKNOWN
}
