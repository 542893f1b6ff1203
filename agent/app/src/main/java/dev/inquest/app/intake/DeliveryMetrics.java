package dev.inquest.app.intake;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** {@code inquest_deliveries_total{source,result}}. */
@Component
class DeliveryMetrics {
  private final MeterRegistry meters;

  DeliveryMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  /**
   * @param source a sender's source, or {@code unknown}: never what a caller typed
   * @param result stored, duplicate, unauthorised, malformed, too-large, not-stored, unknown
   */
  void count(String source, String result) {
    meters.counter("inquest.deliveries", "source", source, "result", result).increment();
  }
}
