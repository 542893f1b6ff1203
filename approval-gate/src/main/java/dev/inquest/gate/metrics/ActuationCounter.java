package dev.inquest.gate.metrics;

import io.micrometer.core.instrument.MeterRegistry;

/** {@code inquest_actuations_total{result}}. */
public final class ActuationCounter {
  private final MeterRegistry meters;

  public ActuationCounter(MeterRegistry meters) {
    this.meters = meters;
  }

  /** A merge request is open. */
  public void opened() {
    count("opened");
  }

  /** It failed in a way that passes; it is tried again. */
  public void retried() {
    count("retried");
  }

  /** It is given up, or was refused: nothing was opened. */
  public void failed() {
    count("failed");
  }

  private void count(String result) {
    meters.counter("inquest.actuations", "result", result).increment();
  }
}
