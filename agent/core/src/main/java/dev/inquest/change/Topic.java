package dev.inquest.change;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a setting or a line of code is about, by its words; the first that fits. */
final class Topic {
  private record Rule(Mechanism mechanism, List<Set<String>> allOf) {}

  /** Each rule: sets of words, of every one of which at least one must stand there. */
  private static final List<Rule> RULES =
      List.of(
          rule(
              Mechanism.TELEMETRY,
              Set.of(
                  "prometheus",
                  "metrics",
                  "counter",
                  "histogram",
                  "gauge",
                  "otel",
                  "opentelemetry",
                  "tracer",
                  "span",
                  "buckets",
                  "micrometer",
                  "statsd")),
          rule(Mechanism.TIMEOUT, Set.of("timeout", "timeouts", "timeoutms", "deadline")),
          rule(Mechanism.TIMEOUT, Set.of("time"), Set.of("out")),
          rule(Mechanism.TIMEOUT, Set.of("keep", "keepalive"), Set.of("alive", "keepalive")),
          rule(Mechanism.RETRY, Set.of("retry", "retries", "backoff", "jitter", "resilience")),
          rule(Mechanism.RETRY, Set.of("attempts", "attempt")),
          rule(
              Mechanism.CACHE,
              Set.of(
                  "cache",
                  "caches",
                  "cached",
                  "caching",
                  "cacheable",
                  "ttl",
                  "memoize",
                  "memoise",
                  "evict",
                  "eviction",
                  "expireafterwrite")),
          rule(Mechanism.CACHE, Set.of("expire"), Set.of("after")),
          rule(Mechanism.POOL_SIZE, Set.of("pool", "pooling", "semaphore", "hikari")),
          rule(
              Mechanism.POOL_SIZE,
              Set.of("max", "min", "maximum", "idle", "open", "active"),
              Set.of("conns", "connections", "connection", "threads", "workers", "idle", "active")),
          rule(
              Mechanism.BATCH,
              Set.of(
                  "batch",
                  "prefetch",
                  "chunk",
                  "concurrency",
                  "parallelism",
                  "partitions",
                  "consumers",
                  "inflight")),
          rule(Mechanism.BATCH, Set.of("page", "fetch", "poll"), Set.of("size", "records", "max")),
          rule(Mechanism.SCHEDULE, Set.of("cron", "crontab", "schedule", "scheduled")),
          rule(Mechanism.LOG_LEVEL, Set.of("log", "logging", "logger", "loglevel"), levels()),
          rule(
              Mechanism.LIMIT,
              Set.of(
                  "quota",
                  "throttle",
                  "throttling",
                  "replicas",
                  "heap",
                  "xmx",
                  "ulimit",
                  "memory",
                  "cpu",
                  "limits",
                  "limit",
                  "ratelimit")),
          rule(
              Mechanism.LIMIT,
              Set.of("max", "maximum"),
              Set.of("size", "length", "items", "entries", "bytes", "rate", "body")),
          rule(
              Mechanism.CREDENTIAL,
              Set.of(
                  "secret",
                  "password",
                  "passwd",
                  "credential",
                  "credentials",
                  "apikey",
                  "certificate",
                  "cert",
                  "certs",
                  "tls",
                  "ssl",
                  "issuer",
                  "audience",
                  "iam",
                  "truststore",
                  "keystore",
                  "mtls")),
          rule(Mechanism.CREDENTIAL, Set.of("api", "access", "private"), Set.of("key", "token")),
          rule(
              Mechanism.ENDPOINT,
              Set.of(
                  "url",
                  "uri",
                  "host",
                  "hostname",
                  "endpoint",
                  "addr",
                  "address",
                  "dns",
                  "resolver",
                  "nameserver",
                  "region",
                  "bucket",
                  "broker",
                  "brokers",
                  "dsn",
                  "port",
                  "smtp",
                  "upstream")),
          rule(
              Mechanism.FLAG_DEFAULT,
              Set.of("flag", "flags", "feature", "toggle", "experiment", "rollout", "enabled")));

  /** What names nothing but a size or a place still says with its parent. */
  private static final Map<String, Mechanism> ALONE = Map.of("level", Mechanism.LOG_LEVEL);

  private static final Set<Mechanism> SIZED =
      Set.of(Mechanism.POOL_SIZE, Mechanism.CACHE, Mechanism.BATCH);

  private Topic() {}

  /**
   * What the first of the texts that says anything is about: a key, its line, its parents. A mere
   * size is one of what its parents name: of a pool, a cache, a batch.
   */
  static Optional<Mechanism> of(List<String> texts) {
    List<Mechanism> said = texts.stream().map(Topic::of).flatMap(Optional::stream).toList();
    return said.stream()
        .filter(mechanism -> !said.getFirst().equals(Mechanism.LIMIT) || SIZED.contains(mechanism))
        .findFirst()
        .or(() -> said.stream().findFirst());
  }

  static Optional<Mechanism> of(String text) {
    Set<String> words = new HashSet<>(Words.parts(text));
    Words.parts(text).forEach(word -> words.add(word.replaceFirst("\\d.*$", "")));
    Words.names(text).forEach(name -> words.add(Words.folded(name)));
    for (Rule rule : RULES) {
      if (rule.allOf().stream().allMatch(set -> set.stream().anyMatch(words::contains))) {
        return Optional.of(rule.mechanism());
      }
    }
    return Optional.ofNullable(ALONE.get(text.strip()));
  }

  private static Rule rule(Mechanism mechanism, Set<String> anyOf) {
    return new Rule(mechanism, List.of(anyOf));
  }

  private static Rule rule(Mechanism mechanism, Set<String> anyOf, Set<String> andAnyOf) {
    return new Rule(mechanism, List.of(anyOf, andAnyOf));
  }

  private static Set<String> levels() {
    return Set.of("level", "loglevel", "verbose", "verbosity", "debug", "trace", "sample", "rate");
  }
}
