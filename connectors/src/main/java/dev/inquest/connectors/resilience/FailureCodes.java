package dev.inquest.connectors.resilience;

/** The codes a source's failure can have. */
public final class FailureCodes {
  /** It did not answer in time; retryable. */
  public static final String TIMEOUT = "source-timeout";

  /** It cannot be reached, or says it cannot answer; retryable unless TLS or a name is wrong. */
  public static final String UNAVAILABLE = "source-unavailable";

  /** A budget is used up for now; retryable. */
  public static final String BUSY = "source-busy";

  /** It answered in a form that cannot be read; not retryable. */
  public static final String NONSENSE = "source-nonsense";

  /** It understood and said no: a wrong token, no permission, no such thing; not retryable. */
  public static final String REFUSED = "source-refused";

  private FailureCodes() {}
}
