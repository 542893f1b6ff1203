package dev.inquest.app.config;

/** Who may be given a key. */
public enum Owner {
  /** Only the process that reasons. */
  AGENT,
  /** Only the process that acts. */
  GATE,
  /** Both. */
  BOTH,
  /** Only the supervisor and {@code migrate}: neither child ever sees it. */
  OPERATOR;

  public boolean allows(Role role) {
    return switch (this) {
      case AGENT -> role == Role.AGENT;
      case GATE -> role == Role.GATE;
      case BOTH -> true;
      case OPERATOR -> false;
    };
  }
}
