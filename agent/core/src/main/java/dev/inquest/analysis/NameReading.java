package dev.inquest.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the words of a metric's name say. The same few names are asked about again and again, so
 * what was read is kept, of at most {@value #MOST_KEPT} names of usual length.
 *
 * @param clock it tells when something was, not how it does
 * @param error it counts what went wrong, or what did not
 * @param first the first symptom that its words speak of
 * @param volume it measures how much there is of something
 * @param worseWhenLower it counts what went right
 */
record NameReading(
    boolean clock, boolean error, Symptom first, boolean volume, boolean worseWhenLower) {
  static final int MOST_KEPT = 4096;

  /** Names come from outside; nobody shall fill the memory with long ones. */
  private static final int LONGEST_KEPT = 256;

  private static final Set<String> CLOCKS = Set.of("uptime", "timestamp", "created", "info");
  private static final Set<String> VOLUMES = Set.of("bytes", "size", "length");

  private static final List<String> ERRORS =
      List.of("error", "fail", "5xx", "exception", "availab", "success", "abort", "rejected");

  private static final List<Map.Entry<Symptom, List<String>>> BY_PREFIX =
      List.of(
          Map.entry(Symptom.ERROR, ERRORS),
          Map.entry(
              Symptom.LATENCY,
              List.of("latenc", "duration", "slow", "response", "elapsed", "timeout")),
          Map.entry(
              Symptom.SATURATION,
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
          Map.entry(Symptom.LATENCY, List.of("seconds", "milliseconds", "millis", "ms", "time")),
          Map.entry(
              Symptom.TRAFFIC,
              List.of("request", "rate", "throughput", "count", "traffic", "rps")));

  private static final Map<String, NameReading> KEPT = new ConcurrentHashMap<>();

  static NameReading of(String name) {
    NameReading kept = KEPT.get(name);
    if (kept != null) {
      return kept;
    }
    NameReading read = read(words(name));
    if (name.length() <= LONGEST_KEPT && KEPT.size() < MOST_KEPT) {
      KEPT.put(name, read);
    }
    return read;
  }

  private static NameReading read(List<String> words) {
    return new NameReading(
        words.stream().anyMatch(CLOCKS::contains),
        matches(words, ERRORS),
        first(words),
        words.stream().anyMatch(VOLUMES::contains),
        matches(words, List.of("success", "availab")));
  }

  /** The first symptom that any of the words speaks of, by rank of the symptoms. */
  static Symptom first(List<String> words) {
    for (Map.Entry<Symptom, List<String>> entry : BY_PREFIX) {
      if (matches(words, entry.getValue())) {
        return entry.getKey();
      }
    }
    return Symptom.OTHER;
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
  static List<String> words(String text) {
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
