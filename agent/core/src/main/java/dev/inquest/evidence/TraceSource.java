package dev.inquest.evidence;

/** Samples traces. Thread-safe. */
public interface TraceSource extends Component {
  /**
   * @throws dev.inquest.failure.FailureException where the system cannot be asked or talks nonsense
   */
  TraceAnswer sample(TraceQuery query);
}
