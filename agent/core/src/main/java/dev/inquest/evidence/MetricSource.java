package dev.inquest.evidence;

/** Reads metrics. Thread-safe. */
public interface MetricSource extends Component {
  /**
   * @throws dev.inquest.failure.FailureException where the system cannot be asked or talks nonsense
   */
  MetricAnswer series(MetricQuery query);
}
