package dev.inquest.evidence;

/** Reads logs. Thread-safe. */
public interface LogSource extends Component {
  /**
   * @throws dev.inquest.failure.FailureException where the system cannot be asked or talks nonsense
   */
  LogAnswer logs(LogQuery query);
}
