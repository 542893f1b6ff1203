package dev.inquest.app.investigation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** {@code inquest_mttr_seconds{phase}}: only phases that are known. */
@Component
class MttrMetrics {
  private final MeterRegistry meters;

  MttrMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void record(Mttr mttr) {
    mttr.phases()
        .forEach((phase, seconds) -> {
          if (seconds != null) {
            Timer.builder("inquest.mttr")
                .tag("phase", phase.substring(0, phase.length() - 2))
                .publishPercentileHistogram()
                .register(meters)
                .record(Duration.ofMillis(Math.round(seconds * 1_000)));
          }
        });
  }
}
