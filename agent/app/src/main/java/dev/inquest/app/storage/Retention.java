package dev.inquest.app.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets by kind: deliveries after 30 days, evidence after 90. Harmless on every replica. */
@Component
public class Retention {
  static final Duration DELIVERIES = Duration.ofDays(30);
  static final Duration EVIDENCE = Duration.ofDays(90);
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private final Deliveries deliveries;
  private final EvidenceRows evidence;
  private final Clock clock;

  public Retention(Deliveries deliveries, EvidenceRows evidence, Clock clock) {
    this.deliveries = deliveries;
    this.evidence = evidence;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
  public void forget() {
    Instant now = clock.instant();
    try {
      int gone = deliveries.deleteBefore(now.minus(DELIVERIES));
      int lost = evidence.deleteBefore(now.minus(EVIDENCE));
      LOG.info("retention: {} deliveries and {} pieces of evidence forgotten", gone, lost);
    } catch (DataAccessException e) {
      LOG.warn("retention waits for the database: {}", e.getClass().getSimpleName());
    }
  }
}
