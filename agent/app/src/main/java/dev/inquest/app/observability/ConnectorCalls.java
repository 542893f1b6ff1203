package dev.inquest.app.observability;

import dev.inquest.connectors.resilience.CallListener;
import dev.inquest.connectors.resilience.CallResult;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** {@code inquest_connector_calls_total{connector,result}}. */
@Component
class ConnectorCalls implements CallListener {
  private final MeterRegistry meters;

  ConnectorCalls(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void called(String connector, CallResult result, Duration took) {
    meters
        .counter("inquest.connector.calls", "connector", connector, "result", result.label())
        .increment();
  }
}
