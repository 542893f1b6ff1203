package dev.inquest.ranking;

import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Log records by the span that wrote them; a record that came twice counts once. */
final class SpanLogs {
  /** Clocks of one host agree better than this. */
  private static final long SLACK_NANOS = 1_000_000_000L;

  /** A record and when it was written, as far as its span allows. */
  record Placed(long nanos, LogLabels.Label label) {}

  private final Map<String, List<LogRecord>> bySpan = new HashMap<>();
  private final LogLabels labels = new LogLabels();

  SpanLogs(List<LogRecord> logs) {
    Set<String> seen = new HashSet<>();
    for (LogRecord log : logs) {
      String span = log.spanId();
      if (span != null && seen.add(span + '\0' + log.body())) {
        bySpan.computeIfAbsent(span, k -> new ArrayList<>()).add(log);
      }
    }
  }

  /** Texts of the errors that a span wrote. */
  List<String> errors(Span span) {
    return bySpan.getOrDefault(span.spanId(), List.of()).stream()
        .filter(log -> log.severity() >= LogLabels.ERROR_SEVERITY)
        .map(LogRecord::body)
        .toList();
  }

  /** A record whose time cannot be its span's (none was written down) comes at its end. */
  List<Placed> of(Span span) {
    List<Placed> placed = new ArrayList<>();
    for (LogRecord log : bySpan.getOrDefault(span.spanId(), List.of())) {
      placed.add(new Placed(placed(log.at(), span), labels.of(log)));
    }
    return placed;
  }

  private static long placed(Instant at, Span span) {
    if (Math.abs(at.getEpochSecond() - span.startNanos() / 1_000_000_000L) > 86_400) {
      return span.endNanos();
    }
    long nanos = at.getEpochSecond() * 1_000_000_000L + at.getNano();
    boolean inside =
        nanos >= span.startNanos() - SLACK_NANOS && nanos <= span.endNanos() + SLACK_NANOS;
    return inside ? nanos : span.endNanos();
  }
}
