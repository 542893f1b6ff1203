package dev.inquest.investigation;

/** The stages in order; each one's result is committed before the next begins. */
public enum Stage {
  SCOPE,
  GATHER,
  DETECT,
  HYPOTHESISE,
  VERIFY,
  CONCLUDE,
  PROPOSE
}
