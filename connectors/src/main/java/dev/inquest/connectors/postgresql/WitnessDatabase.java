package dev.inquest.connectors.postgresql;

import dev.inquest.connectors.postgresql.privilege.PrivilegeProof;
import dev.inquest.connectors.postgresql.privilege.Proof;
import dev.inquest.connectors.postgresql.session.ReadOnlySession;
import dev.inquest.connectors.postgresql.session.SessionLimits;
import dev.inquest.connectors.postgresql.session.SqlStates;
import dev.inquest.connectors.postgresql.session.UntestableException;
import dev.inquest.connectors.postgresql.session.Witness;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One database, asked only while its role is proved unable to write. Thread-safe. */
final class WitnessDatabase implements Witness {
  /** How long a proof is trusted: a GRANT made meanwhile is seen after this at the latest. */
  static final Duration PROOF_VALID = Duration.ofMinutes(5);

  /** A refused role is looked at again soon, so that a REVOKE takes effect without a restart. */
  static final Duration REFUSAL_VALID = Duration.ofSeconds(10);

  private final String name;
  private final DataSource pool;
  private final SessionLimits limits;
  private final Clock clock;
  private @Nullable Proof proof;
  private Instant provedAt = Instant.MIN;

  WitnessDatabase(String name, DataSource pool, SessionLimits limits, Clock clock) {
    this.name = name;
    this.pool = pool;
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public <T extends @Nullable Object> T read(ReadOnlySession.Work<T> work) {
    return unproved(session -> {
      Proof current = current(session);
      if (!current.holds()) {
        throw UntestableException.of("the role can write", current.sentence());
      }
      return work.apply(session);
    });
  }

  /** Examines the role now. */
  Proof prove() {
    return unproved(this::examine);
  }

  private <T extends @Nullable Object> T unproved(ReadOnlySession.Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      return ReadOnlySession.run(connection, limits, work);
    } catch (SQLException e) {
      throw SqlStates.read(name, e);
    }
  }

  private synchronized Proof current(ReadOnlySession session) throws SQLException {
    Proof known = proof;
    if (known != null) {
      Duration valid = known.holds() ? PROOF_VALID : REFUSAL_VALID;
      if (clock.instant().isBefore(provedAt.plus(valid))) {
        return known;
      }
    }
    return examine(session);
  }

  private synchronized Proof examine(ReadOnlySession session) throws SQLException {
    Proof fresh = PrivilegeProof.examine(session);
    proof = fresh;
    provedAt = clock.instant();
    return fresh;
  }
}
