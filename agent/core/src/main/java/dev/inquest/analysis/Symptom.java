package dev.inquest.analysis;

import dev.inquest.evidence.SeriesId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** What goes wrong, judged by the words of names and units, never by a product's own names. */
public enum Symptom {
  ERROR,
  LATENCY,
  SATURATION,
  TRAFFIC,
  DATABASE,
  OTHER;

  private static final Pattern SERVER_ERROR = Pattern.compile("5\\d\\d|5xx|server_error|error");
  private static final Set<String> STATUS_LABELS =
      Set.of("status", "code", "outcome", "http_status_code", "http_response_status_code");

  /** A timer is often named after what it counts: {@code http.server.requests}, {@code p95}. */
  private static final Set<String> DISTRIBUTION = Set.of("p50", "p90", "p95", "p99", "mean", "max");

  private static final Set<String> CLOCKS = Set.of("uptime", "timestamp", "created", "info");

  private static final List<Map.Entry<Symptom, List<String>>> BY_PREFIX =
      List.of(
          Map.entry(
              ERROR,
              List.of(
                  "error", "fail", "5xx", "exception", "availab", "success", "abort", "rejected")),
          Map.entry(
              LATENCY, List.of("latenc", "duration", "slow", "response", "elapsed", "timeout")),
          Map.entry(
              SATURATION,
              List.of(
                  "cpu",
                  "memory",
                  "mem",
                  "heap",
                  "pool",
                  "connection",
                  "queue",
                  "usage",
                  "utili",
                  "saturat",
                  "disk",
                  "thread",
                  "load",
                  "backlog",
                  "lag",
                  "throttl",
                  "full")),
          Map.entry(LATENCY, List.of("seconds", "milliseconds", "millis", "ms", "time")),
          Map.entry(TRAFFIC, List.of("request", "rate", "throughput", "count", "traffic", "rps")));

  private static final List<String> DATABASE_WORDS =
      List.of(
          "database",
          "postgres",
          "sql",
          "db",
          "query",
          "queries",
          "deadlock",
          "deadlocks",
          "lock",
          "locks",
          "statement");

  /** Whether the series is one in which less is worse. */
  public static boolean worseWhenLower(SeriesId id) {
    for (String word : words(id.name())) {
      if (word.startsWith("success") || word.startsWith("availab")) {
        return true;
      }
    }
    return false;
  }

  /** The symptom a series would show. */
  public static Symptom of(SeriesId id) {
    List<String> words = words(id.name());
    if (words.stream().anyMatch(CLOCKS::contains)) {
      return OTHER;
    }
    if (isError(id, words)) {
      return ERROR;
    }
    if (statistic(id).equals("rate")) {
      return TRAFFIC;
    }
    Symptom symptom = first(words);
    if (symptom != TRAFFIC || !DISTRIBUTION.contains(statistic(id))) {
      return symptom;
    }
    return volume(words) ? OTHER : LATENCY;
  }

  /** Every symptom the words of an alert speak of. */
  public static Set<Symptom> in(String text) {
    Set<Symptom> found = EnumSet.noneOf(Symptom.class);
    for (String word : words(text)) {
      Symptom symptom = first(List.of(word));
      if (symptom != OTHER) {
        found.add(symptom);
      }
      if (DATABASE_WORDS.contains(word)) {
        found.add(DATABASE);
      }
    }
    return found;
  }

  /** The form in playbooks and scopes, e.g. {@code latency}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static boolean volume(List<String> words) {
    return words.contains("bytes") || words.contains("size") || words.contains("length");
  }

  private static String statistic(SeriesId id) {
    return Objects.requireNonNullElse(id.label("statistic"), "");
  }

  private static boolean isError(SeriesId id, List<String> words) {
    boolean counts = statistic(id).isEmpty() || statistic(id).equals("rate");
    return matches(words, BY_PREFIX.getFirst().getValue()) || (counts && isOfErrors(id));
  }

  private static boolean isOfErrors(SeriesId id) {
    for (String key : STATUS_LABELS) {
      String value = id.label(key);
      if (value != null && SERVER_ERROR.matcher(value.toLowerCase(Locale.ROOT)).matches()) {
        return true;
      }
    }
    return false;
  }

  private static Symptom first(List<String> words) {
    for (Map.Entry<Symptom, List<String>> entry : BY_PREFIX) {
      if (matches(words, entry.getValue())) {
        return entry.getKey();
      }
    }
    return OTHER;
  }

  private static boolean matches(List<String> words, List<String> prefixes) {
    for (String word : words) {
      for (String prefix : prefixes) {
        if (prefix.length() <= 3 ? word.equals(prefix) : word.startsWith(prefix)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Runs of ASCII letters and digits, split also where a capital follows a small one. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean capital = c >= 'A' && c <= 'Z';
      boolean splits = capital && i > 0 && isSmall(text.charAt(i - 1));
      if (splits || !(capital || isSmall(c))) {
        end(word, words);
      }
      if (capital || isSmall(c)) {
        word.append(Character.toLowerCase(c));
      }
    }
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean isSmall(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
