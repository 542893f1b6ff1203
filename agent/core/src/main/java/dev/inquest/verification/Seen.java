package dev.inquest.verification;

import dev.inquest.analysis.Sign;
import dev.inquest.analysis.Symptom;
import dev.inquest.change.Words;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import dev.inquest.investigation.Failure;
import dev.inquest.investigation.Failures;
import dev.inquest.investigation.Fullness;
import dev.inquest.investigation.Shift;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the trouble shows itself: each sign with how plainly it is seen, in (0, 1]. */
final class Seen {
  /** So often is a call made in one request before that is many. */
  private static final int MANY_CALLS = 8;

  private static final double FULL = 0.95;
  private static final double FULL_SHOWS = 0.7;
  private static final Map<Sign, Set<String>> SHORTAGES =
      Map.of(
          Sign.POOLS, Set.of("pool", "connection", "connections", "conns"),
          Sign.MEMORY_SHORT, Set.of("memory", "heap", "mem"),
          Sign.DISK_FULL, Set.of("disk", "filesystem", "volume"));

  private static final Map<Sign, Set<String>> FAMILIES =
      Map.ofEntries(
          Map.entry(Sign.CPU, Set.of("cpu", "processor", "throttled")),
          Map.entry(Sign.MEMORY, Set.of("memory", "heap", "rss", "mem", "gc")),
          Map.entry(Sign.DISK, Set.of("disk", "filesystem", "volume", "inode")),
          Map.entry(
              Sign.CONNECTIONS,
              Set.of(
                  "connection",
                  "connections",
                  "conns",
                  "pool",
                  "threads",
                  "goroutines",
                  "fds",
                  "sockets")),
          Map.entry(Sign.BACKLOG, Set.of("queue", "backlog", "lag", "buffer", "pending", "age")),
          Map.entry(
              Sign.DATABASE_LOAD,
              Set.of(
                  "db", "database", "sql", "query", "queries", "postgres", "mysql", "statement")),
          Map.entry(Sign.LOG_VOLUME, Set.of("log", "logs", "logging")));

  private final Map<Sign, Double> seen = new EnumMap<>(Sign.class);

  private Seen() {}

  static Seen of(Inquiry inquiry) {
    Seen seen = new Seen();
    seen.failures(inquiry.failures());
    for (Shift shift : inquiry.detection().shifts()) {
      seen.shift(shift);
      seen.full(shift, inquiry.gathered().metrics());
    }
    seen.alerts(inquiry);
    if (manyCalls(inquiry) || StatementsPerRequest.grew(inquiry.detection().shifts())) {
      seen.note(Sign.CALLS, 1);
    }
    return seen;
  }

  /** 0 where it is not seen. */
  double share(Sign sign) {
    return seen.getOrDefault(sign, 0.0);
  }

  /** Signs that name a kind of failure and are seen at least so plainly. */
  Set<Sign> telling(double least) {
    Set<Sign> telling = new HashSet<>();
    seen.forEach((sign, share) -> {
      if (sign.telling() && share >= least) {
        telling.add(sign);
      }
    });
    return telling;
  }

  private void failures(Failures failures) {
    List<Failure> all = failures.all();
    Map<Sign, Integer> counts = new HashMap<>();
    all.forEach(failure -> failure.signs().forEach(sign -> counts.merge(sign, 1, Integer::sum)));
    counts.forEach((sign, count) -> note(sign, (double) count / all.size()));
    if (!all.isEmpty()) {
      note(Sign.ERRORS, 1);
    }
    if (failures.chatter() > 1) {
      note(Sign.LOG_VOLUME, 1);
    }
  }

  private void alerts(Inquiry inquiry) {
    inquiry
        .scope()
        .alerts()
        .forEach(alert ->
            alert
                .annotations()
                .values()
                .forEach(text -> Sign.in(text).forEach(sign -> note(sign, 0.5))));
  }

  private void shift(Shift shift) {
    List<String> words = Words.parts(shift.series().name());
    boolean rose = shift.after() > shift.before();
    boolean hits = words.contains("hit") || words.contains("hits");
    if (words.contains("cache") && (hits != rose)) {
      note(Sign.CACHE_MISSES, 1);
    }
    if (!rose) {
      return;
    }
    Sign.in(String.join(" ", words)).forEach(sign -> note(sign, 0.7));
    FAMILIES.forEach((sign, family) -> {
      if (words.stream().anyMatch(family::contains)) {
        note(sign, 1);
      }
    });
    if (words.contains("per") && (words.contains("request") || words.contains("call"))) {
      note(Sign.CALLS, 1);
    }
    switch (Symptom.of(shift.series())) {
      case LATENCY -> note(Sign.LATENCY, 1);
      case ERROR -> note(Sign.ERRORS, 1);
      case TRAFFIC -> note(Sign.TRAFFIC, 1);
      case SATURATION, DATABASE, OTHER -> {}
    }
  }

  /** What is full says as plainly as an error text that there is no more of it. */
  private void full(Shift shift, List<MetricSeries> metrics) {
    List<String> words = Words.parts(shift.series().name());
    boolean about =
        SHORTAGES.values().stream().anyMatch(family -> words.stream().anyMatch(family::contains));
    boolean full =
        about
            && shift.after() > shift.before()
            && Fullness.share(metrics, shift.series(), shift.after())
                .filter(share -> share >= FULL)
                .isPresent();
    if (full) {
      SHORTAGES.forEach((sign, family) -> {
        if (words.stream().anyMatch(family::contains)) {
          note(sign, FULL_SHOWS);
        }
      });
    }
  }

  /** One operation many times under one parent since the onset, and never before. */
  private static boolean manyCalls(Inquiry inquiry) {
    int before = 1;
    int after = 1;
    for (SampledTrace trace : inquiry.gathered().traces()) {
      Map<String, Integer> calls = new HashMap<>();
      for (Span span : trace.spans()) {
        calls.merge(
            span.parentId() + " " + span.service() + " " + span.operation(), 1, Integer::sum);
      }
      int most = calls.values().stream().max(Integer::compare).orElse(1);
      Instant at = Instant.ofEpochSecond(0, trace.spans().getFirst().startNanos());
      if (at.isBefore(inquiry.onset().from())) {
        before = Math.max(before, most);
      } else {
        after = Math.max(after, most);
      }
    }
    return after >= MANY_CALLS && after >= 3 * before;
  }

  private void note(Sign sign, double share) {
    seen.merge(sign, share, Math::max);
  }
}
