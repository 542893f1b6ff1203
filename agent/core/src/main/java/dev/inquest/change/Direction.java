package dev.inquest.change;

/** Which way a trait of a diff goes. */
public enum Direction {
  /** A number became larger, or what it stands for more. */
  UP,
  /** A number became smaller, or what it stands for less. */
  DOWN,
  ADDED,
  REMOVED,
  /** Another value, neither more nor less. */
  CHANGED
}
