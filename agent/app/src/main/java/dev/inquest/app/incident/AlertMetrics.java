package dev.inquest.app.incident;

import dev.inquest.alert.Alert;
import dev.inquest.app.storage.Incidents;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** {@code inquest_alerts_total{source,status}} and {@code inquest_incidents_open}. */
@Component
class AlertMetrics {
  private static final Logger LOG = LoggerFactory.getLogger(AlertMetrics.class);
  private final MeterRegistry meters;
  private final Incidents incidents;
  private final AtomicInteger open = new AtomicInteger();

  AlertMetrics(MeterRegistry meters, Incidents incidents) {
    this.meters = meters;
    this.incidents = incidents;
    Gauge.builder("inquest.incidents.open", open, AtomicInteger::get).register(meters);
  }

  void count(String source, List<Alert> alerts) {
    for (Alert alert : alerts) {
      String status = alert.status().name().toLowerCase(Locale.ROOT);
      meters.counter("inquest.alerts", "source", source, "status", status).increment();
    }
  }

  /** Counted every few seconds rather than at a scrape, which must not wait for the database. */
  @Scheduled(fixedDelay = 5_000)
  void countOpen() {
    try {
      open.set(incidents.countOpen());
    } catch (DataAccessException e) {
      LOG.debug("open incidents cannot be counted now", e);
    }
  }
}
