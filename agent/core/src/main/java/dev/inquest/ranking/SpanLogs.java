package dev.inquest.ranking;

import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Log records by the span that wrote them; a record that came twice counts once. */
final class SpanLogs {
  /** Clocks of one host agree better than this. */
  private static final long SLACK_NANOS = 1_000_000_000L;

  /** A record and when it was written, as far as its span allows. */
  record Placed(long nanos, LogLabels.Label label) {}

  /** By span, then by text. */
  private final Map<String, Map<String, LogRecord>> bySpan = new HashMap<>();

  private final LogLabels labels = new LogLabels();

  SpanLogs(List<LogRecord> logs) {
    for (LogRecord log : logs) {
      if (log.spanId() != null) {
        bySpan
            .computeIfAbsent(log.spanId(), k -> new LinkedHashMap<>())
            .putIfAbsent(log.body(), log);
      }
    }
  }

  boolean hasRecords(Span span) {
    return bySpan.containsKey(span.spanId());
  }

  /** Texts of the errors that a span wrote. */
  List<String> errors(Span span) {
    return written(span).stream()
        .filter(log -> log.severity() >= LogLabels.ERROR_SEVERITY)
        .map(LogRecord::body)
        .toList();
  }

  /** A record whose time cannot be its span's (none was written down) comes at its end. */
  List<Placed> of(Span span) {
    List<Placed> placed = new ArrayList<>();
    for (LogRecord log : written(span)) {
      placed.add(new Placed(placed(log.at(), span), labels.of(log)));
    }
    return placed;
  }

  private Collection<LogRecord> written(Span span) {
    Map<String, LogRecord> own = bySpan.get(span.spanId());
    return own == null ? List.of() : own.values();
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
