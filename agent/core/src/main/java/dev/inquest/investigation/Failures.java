package dev.inquest.investigation;

import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What fails in words since the onset and did not before, and the words of normal days. */
public final class Failures {
  /** A detector sees a slow onset late; the first words of it stand before. */
  public static final Duration EARLY = Duration.ofMinutes(5);

  /** Of OpenTelemetry's severity numbers, of which four are of one rank. */
  private static final int WARN = 13;

  private static final int INFO = 9;
  private static final int OF_ONE_RANK = 4;
  private static final int MAX = 2_000;

  private final Instant since;
  private final List<Failure> failures = new ArrayList<>();

  /** What records of one kind share. */
  private record Sort(String service, int rank, String template) {}

  private final Set<Integer> asked = new HashSet<>();

  private final Map<Sort, Integer> usual = new HashMap<>();
  private final Set<String> normalWords = new HashSet<>();
  private int chatter;

  private Failures(Instant since) {
    this.since = since;
  }

  /**
   * @param early so long before the onset that detection found, the first of them may stand
   */
  public static Failures of(Gathered gathered, Instant onset, Duration early) {
    Failures failures = new Failures(onset.minus(early));
    gathered.logs().forEach(failures::asked);
    gathered.logs().forEach(failures::usual);
    gathered.logs().forEach(failures::log);
    gathered.traces().forEach(failures::trace);
    failures.failures.sort(Comparator.comparing(Failure::at).thenComparing(Failure::text));
    return failures;
  }

  /** In order of time. */
  public List<Failure> all() {
    return failures;
  }

  /** Texts and operations of the time before: what they name is nothing new. */
  public Set<String> normalWords() {
    return normalWords;
  }

  /** New sorts of records below a warning: somebody talks more than before. */
  public int chatter() {
    return chatter;
  }

  /** Most records are of a rank that nobody asks about, and masking their texts is dear. */
  private void asked(LogRecord record) {
    if (!record.at().isBefore(since) && matters(record)) {
      asked.add(rank(record));
    }
  }

  private static boolean matters(LogRecord record) {
    return record.severity() >= WARN || isChatter(record);
  }

  private static boolean isChatter(LogRecord record) {
    return record.severity() > 0 && record.severity() < INFO;
  }

  private static int rank(LogRecord record) {
    return record.severity() / OF_ONE_RANK;
  }

  private void usual(LogRecord record) {
    if (record.at().isBefore(since)) {
      if (asked.contains(rank(record))) {
        usual.merge(key(record), 1, Integer::sum);
      }
      if (record.severity() < WARN) {
        normalWords.add(record.body());
      }
    }
  }

  private void log(LogRecord record) {
    if (record.at().isBefore(since)
        || failures.size() >= MAX
        || !matters(record)
        || isUsual(record)) {
      return;
    }
    if (isChatter(record)) {
      chatter++;
      return;
    }
    String text = record.body() + written(record.attributes());
    add(record.at(), record.service(), text, record.body(), false);
  }

  private boolean isUsual(LogRecord record) {
    return usual.getOrDefault(key(record), 0) > 1;
  }

  private static String written(Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> " " + e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining());
  }

  private void trace(SampledTrace trace) {
    Set<String> failedParents = new HashSet<>();
    trace.spans().stream()
        .filter(span -> span.error() && span.parentId() != null)
        .forEach(span -> failedParents.add(span.parentId()));
    for (Span span : trace.spans()) {
      Instant at = Instant.ofEpochSecond(0, span.startNanos());
      if (at.isBefore(since)) {
        normalWords.add(span.operation());
      } else if (span.error() && failures.size() < MAX) {
        String text = span.operation() + written(span.attributes());
        String message = span.attributes().getOrDefault("otel.status_description", "");
        boolean deepest = !failedParents.contains(span.spanId());
        add(at, span.service(), text, span.operation() + ' ' + message, deepest);
      }
    }
  }

  private void add(Instant at, String service, String text, String body, boolean deepest) {
    failures.add(new Failure(at, service, text, Template.of(body), deepest));
  }

  private static Sort key(LogRecord record) {
    return new Sort(record.service(), rank(record), Template.of(record.body()));
  }
}
