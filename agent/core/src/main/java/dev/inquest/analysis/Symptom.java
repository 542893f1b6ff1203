package dev.inquest.analysis;

import dev.inquest.evidence.SeriesId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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

  /** A timer is often named after what it counts: {@code http.server.requests}, {@code p95}. */
  private static final Set<String> DISTRIBUTION = Set.of("p50", "p90", "p95", "p99", "mean", "max");

  private static final Pattern SERVER_ERROR = Pattern.compile("5\\d\\d|5xx|server_error|error");
  private static final Set<String> STATUS_LABELS =
      Set.of("status", "code", "outcome", "http_status_code", "http_response_status_code");

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
    return NameReading.of(id.name()).worseWhenLower();
  }

  /** The symptom a series would show. */
  public static Symptom of(SeriesId id) {
    NameReading name = NameReading.of(id.name());
    if (name.clock()) {
      return OTHER;
    }
    if (name.error() || isOfErrors(id)) {
      return ERROR;
    }
    if (statistic(id).equals("rate")) {
      return TRAFFIC;
    }
    if (name.first() != TRAFFIC || !DISTRIBUTION.contains(statistic(id))) {
      return name.first();
    }
    return name.volume() ? OTHER : LATENCY;
  }

  /** Every symptom the words of an alert speak of. */
  public static Set<Symptom> in(String text) {
    Set<Symptom> found = EnumSet.noneOf(Symptom.class);
    for (String word : NameReading.words(text)) {
      Symptom symptom = NameReading.first(List.of(word));
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

  private static String statistic(SeriesId id) {
    return Objects.requireNonNullElse(id.label("statistic"), "");
  }

  private static boolean isOfErrors(SeriesId id) {
    if (!statistic(id).isEmpty() && !statistic(id).equals("rate")) {
      return false;
    }
    for (String key : STATUS_LABELS) {
      String value = id.label(key);
      if (value != null && SERVER_ERROR.matcher(value.toLowerCase(Locale.ROOT)).matches()) {
        return true;
      }
    }
    return false;
  }
}
