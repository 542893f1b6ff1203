package dev.inquest.app.incident;

/** Durable work that incidents ask for; scheduled within the caller's transaction. */
public interface IncidentWork {
  /** A new incident: investigate now and again while it is not understood, and watch it. */
  void opened(String incident);

  /** Alerts joined: investigate again, soon. */
  void joined(String incident);

  /** A human judged a closed incident: learn from it anew. */
  void labelled(String incident);

  /** Its alerts changed: look at it now rather than at the next round. */
  void touched(String incident);
}
