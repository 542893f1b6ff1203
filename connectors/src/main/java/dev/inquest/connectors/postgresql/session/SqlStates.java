package dev.inquest.connectors.postgresql.session;

import static dev.inquest.failure.Failure.permanent;
import static dev.inquest.failure.Failure.transientFailure;

import dev.inquest.connectors.resilience.FailureCodes;
import dev.inquest.connectors.resilience.Redacted;
import dev.inquest.failure.FailureException;
import java.sql.SQLException;

/** Reads SQLSTATE: is the database away, does it refuse us, or did this question fail? */
public final class SqlStates {
  private static final String QUERY_CANCELED = "57014";
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private SqlStates() {}

  /**
   * What to make of it.
   *
   * @return an {@link UntestableException} where the question failed, a {@link FailureException}
   *     where the database did
   */
  public static RuntimeException read(String target, SQLException thrown) {
    SQLException root = root(thrown);
    String state = root.getSQLState() == null ? "" : root.getSQLState();
    if (state.startsWith("28") || state.equals("3D000")) {
      return new FailureException(
          permanent(FailureCodes.REFUSED, target, target + " refuses the login: " + line(root)));
    }
    if (away(state)) {
      return new FailureException(
          transientFailure(
              FailureCodes.UNAVAILABLE, target, target + " cannot be reached: " + line(root)));
    }
    return UntestableException.because(reason(state, root));
  }

  /** One redacted line of what the server said. */
  public static String line(SQLException thrown) {
    return Redacted.text(thrown.getMessage());
  }

  private static String reason(String state, SQLException root) {
    return switch (state) {
      case QUERY_CANCELED -> "timeout: the database did not answer in time";
      case LOCK_NOT_AVAILABLE -> "locked: a lock was not given in time";
      case INSUFFICIENT_PRIVILEGE -> "not permitted: " + line(root);
      default -> "SQLSTATE " + state + ": " + line(root);
    };
  }

  private static boolean away(String state) {
    return state.isEmpty()
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P");
  }

  /** A pool wraps the driver's own exception, which is the one with a state. */
  private static SQLException root(SQLException thrown) {
    SQLException root = thrown;
    for (Throwable t = thrown.getCause(); t != null; t = t.getCause()) {
      if (t instanceof SQLException inner && inner.getSQLState() != null) {
        root = inner;
      }
    }
    return root;
  }
}
