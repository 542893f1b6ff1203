package dev.inquest.app.investigation;

import dev.inquest.app.storage.Diagnoses;
import dev.inquest.diagnosis.Diagnosis;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** {@code inquest_investigations_total{outcome}} and {@code inquest_investigation_seconds}. */
@Component
class InvestigationMetrics {
  private final MeterRegistry meters;
  private final Timer timer;

  InvestigationMetrics(MeterRegistry meters) {
    this.meters = meters;
    this.timer =
        Timer.builder("inquest.investigation").publishPercentileHistogram().register(meters);
  }

  /**
   * @param state the run's: a failed one counts as such, whatever it said
   */
  void ended(Diagnosis diagnosis, String state, Duration took) {
    String outcome = state.equals("failed") ? "failed" : Diagnoses.verdict(diagnosis);
    meters.counter("inquest.investigations", "outcome", outcome).increment();
    timer.record(took);
  }
}
