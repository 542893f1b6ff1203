package dev.inquest.verification;

import dev.inquest.analysis.OperationComparison;
import dev.inquest.evidence.Span;
import dev.inquest.investigation.Matching;
import dev.inquest.investigation.Sentences;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether the sampled traces could show anything of a service. One that nothing reaches any more,
 * or that is seldom called, is not cleared by traces in which it hardly occurs.
 */
final class SampledCalls {
  private SampledCalls() {}

  /** Whether any of its operations was sampled often enough since the onset to be compared. */
  static boolean tell(Inquiry inquiry, String service) {
    long since = ChronoUnit.NANOS.between(Instant.EPOCH, inquiry.onset().to());
    Map<String, Integer> calls = new HashMap<>();
    inquiry.gathered().traces().stream()
        .filter(trace -> trace.spans().getFirst().startNanos() >= since)
        .flatMap(trace -> trace.spans().stream())
        .filter(span -> isOf(inquiry, span, service))
        .forEach(span -> calls.merge(span.operation(), 1, Integer::sum));
    return calls.values().stream().anyMatch(n -> n >= OperationComparison.MIN_SPANS);
  }

  static Finding tooFew(String service) {
    return Finding.untestable(
        "too few calls of " + Sentences.plain(service) + " were sampled since the onset");
  }

  private static boolean isOf(Inquiry inquiry, Span span, String service) {
    return service.equals(Matching.name(inquiry.services(), span.service()));
  }
}
