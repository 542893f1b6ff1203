package dev.inquest.gate.decision;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code gate.decision}; never changed. */
public final class DecisionStore {
  private final JdbcClient jdbc;

  public DecisionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One person's decision as recorded. */
  public record Decided(
      String decision, String person, String via, @Nullable String reason, Instant at) {}

  public List<Decided> of(String proposal) {
    return jdbc.sql(
            "SELECT decision, person, via, reason, at FROM gate.decision"
                + " WHERE proposal = :proposal ORDER BY id")
        .param("proposal", proposal)
        .query((row, n) ->
            new Decided(
                row.getString("decision"),
                row.getString("person"),
                row.getString("via"),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Whether this person decided it before. */
  boolean decided(DecisionCommand command) {
    return of(command.proposal()).stream()
        .anyMatch(each -> each.person().equals(command.approver().person()));
  }

  /** False where this person decided before. */
  boolean insert(DecisionCommand command) {
    return jdbc.sql(
                """
                INSERT INTO gate.decision (proposal, digest, decision, person, via, reason, at)
                VALUES (:proposal, :digest, :decision, :person, :via, :reason, clock_timestamp())
                ON CONFLICT (proposal, person) DO NOTHING
                """)
            .param("proposal", command.proposal())
            .param("digest", command.digest())
            .param("decision", lower(command.choice()))
            .param("person", command.approver().person())
            .param("via", lower(command.via()))
            .param("reason", command.reason())
            .update()
        == 1;
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
