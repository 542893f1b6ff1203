package dev.inquest.gate.decision;

import dev.inquest.gate.audit.AuditLog;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Stops and resumes all actuation. Once a pause is told, no claim happens any more. */
public final class Pause {
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final AuditLog audit;

  public Pause(JdbcClient jdbc, TransactionOperations transactions, AuditLog audit) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.audit = audit;
  }

  /** Whether actuation is stopped, by whom and why. */
  public record Standing(boolean paused, String by, @Nullable String reason, Instant at) {}

  public Standing standing() {
    return jdbc.sql("SELECT paused, by, reason, at FROM gate.pause")
        .query((row, n) ->
            new Standing(
                row.getBoolean("paused"),
                row.getString("by"),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant()))
        .single();
  }

  /** Says it anew, whatever it was before. */
  public Standing set(boolean paused, String by, @Nullable String reason) {
    transactions.executeWithoutResult(_ -> {
      jdbc.sql(
              "UPDATE gate.pause SET paused = :paused, by = :by, reason = :reason,"
                  + " at = clock_timestamp()")
          .param("paused", paused)
          .param("by", by)
          .param("reason", reason)
          .update();
      audit.append(paused ? "actuation-paused" : "actuation-resumed", by, Map.of("by", by));
    });
    return standing();
  }
}
