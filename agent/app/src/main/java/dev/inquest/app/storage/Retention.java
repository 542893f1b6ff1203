package dev.inquest.app.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets by kind: deliveries after 30 days, evidence after 90, samples of databases after a day;
 * the audit never. Harmless on every replica.
 */
@Component
public class Retention {
  static final Duration DELIVERIES = Duration.ofDays(30);
  static final Duration EVIDENCE = Duration.ofDays(90);
  static final Duration SAMPLES = Duration.ofDays(1);
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private final Deliveries deliveries;
  private final EvidenceRows evidence;
  private final StoredBaselineStore samples;
  private final Clock clock;

  public Retention(
      Deliveries deliveries, EvidenceRows evidence, StoredBaselineStore samples, Clock clock) {
    this.deliveries = deliveries;
    this.evidence = evidence;
    this.samples = samples;
    this.clock = clock;
  }

  /**
   * What is older than its kind is kept.
   *
   * @param kept how long
   */
  public record Overdue(String kind, Duration kept, int count) {}

  @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
  public void forget() {
    try {
      purge().forEach(each -> LOG.info("retention: {} {} forgotten", each.count(), each.kind()));
    } catch (DataAccessException e) {
      LOG.warn("retention waits for the database: {}", e.getClass().getSimpleName());
    }
  }

  /** Deletes it, and says how much it was. */
  public List<Overdue> purge() {
    Instant now = clock.instant();
    return List.of(
        deliveries(deliveries.deleteBefore(now.minus(DELIVERIES))),
        evidence(evidence.deleteBefore(now.minus(EVIDENCE))),
        samples(samples.purgeBefore(now.minus(SAMPLES))));
  }

  /** Only counts. */
  public List<Overdue> overdue() {
    Instant now = clock.instant();
    return List.of(
        deliveries(deliveries.countBefore(now.minus(DELIVERIES))),
        evidence(evidence.countBefore(now.minus(EVIDENCE))),
        samples(samples.countBefore(now.minus(SAMPLES))));
  }

  private static Overdue deliveries(int count) {
    return new Overdue("deliveries", DELIVERIES, count);
  }

  private static Overdue evidence(int count) {
    return new Overdue("evidence", EVIDENCE, count);
  }

  private static Overdue samples(int count) {
    return new Overdue("database samples", SAMPLES, count);
  }
}
