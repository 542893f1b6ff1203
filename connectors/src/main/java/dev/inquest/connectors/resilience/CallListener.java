package dev.inquest.connectors.resilience;

import java.time.Duration;

/** Hears of every call to every system; feeds {@code inquest_connector_calls_total}. */
@FunctionalInterface
public interface CallListener {
  /** For who does not count. */
  CallListener NONE = (connector, result, took) -> {};

  /**
   * Called once a call, on the caller's thread; must be fast and must not throw.
   *
   * @param connector a bounded set of names, safe as a metric's label
   */
  void called(String connector, CallResult result, Duration took);
}
