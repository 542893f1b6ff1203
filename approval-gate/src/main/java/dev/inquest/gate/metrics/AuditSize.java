package dev.inquest.gate.metrics;

import dev.inquest.gate.audit.AuditEntry;
import dev.inquest.gate.audit.AuditLog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** {@code inquest_audit_size}: entries of the audit. */
public final class AuditSize {
  private final AuditLog audit;
  private final AtomicLong size = new AtomicLong();

  public AuditSize(AuditLog audit, MeterRegistry meters) {
    this.audit = audit;
    Gauge.builder("inquest.audit.size", size, AtomicLong::get).register(meters);
  }

  /** Looked up now and then rather than at a scrape, which must not wait for the database. */
  public void look() {
    size.set(audit.last().map(AuditEntry::seq).orElse(0L));
  }
}
