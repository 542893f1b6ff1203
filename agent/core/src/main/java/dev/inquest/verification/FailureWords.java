package dev.inquest.verification;

import dev.inquest.change.Words;
import dev.inquest.investigation.Failure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in what fails, with the share of the failures that speak of each. */
final class FailureWords {
  private static final int MIN_LENGTH = 4;
  private static final int MIN_PART = 3;

  /** In prose a word or two may stand between. */
  private static final int PAIR_REACH = 2;

  /** The longest first. */
  private static final List<String> ENDINGS =
      List.of(
          "ations", "ation", "ating", "ators", "ator", "ated", "ates", "ions", "ings", "ment",
          "ate", "ion", "ing", "ied", "ies", "ers", "er", "ed", "es", "e", "y", "s");

  private static final Pattern FILE = Pattern.compile("[A-Za-z_][\\w-]*\\.[A-Za-z]{1,5}\\b");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)?(?![\\w.])");

  /** Words that any program and any error uses. */
  private static final Set<String> COMMON =
      Set.of(
          "error",
          "errors",
          "fail",
          "failed",
          "failure",
          "exception",
          "request",
          "response",
          "return",
          "null",
          "none",
          "true",
          "false",
          "string",
          "value",
          "code",
          "status",
          "http",
          "https",
          "method",
          "route",
          "service",
          "server",
          "client",
          "handler",
          "call",
          "calls",
          "with",
          "from",
          "this",
          "that",
          "when",
          "func",
          "function",
          "class",
          "public",
          "private",
          "static",
          "import",
          "const",
          "context",
          "type",
          "name",
          "data",
          "message",
          "description",
          "level",
          "info",
          "warn",
          "warning",
          "debug",
          "time",
          "duration",
          "millisecond",
          "second",
          "upstream",
          "downstream",
          "peer",
          "host",
          "operation",
          "result",
          "count",
          "total",
          "rate",
          "ratio",
          "start",
          "started",
          "after",
          "before",
          "than",
          "while",
          "could",
          "does",
          "exist",
          "have",
          "been",
          "only",
          "into",
          "still",
          "over",
          "under",
          "user",
          "otel",
          "grpc",
          "json",
          "body",
          "path",
          "file",
          "line",
          "main",
          "must",
          "more",
          "less",
          "above",
          "below",
          "threshold");

  private final Map<String, Double> shares = new HashMap<>();
  private final Set<String> numbers = new HashSet<>();

  private FailureWords() {}

  /**
   * @param ordinary names that say nothing: of services, of what was said before
   */
  static FailureWords of(List<Failure> failures, Set<String> ordinary) {
    FailureWords words = new FailureWords();
    Map<String, Integer> texts = new LinkedHashMap<>();
    failures.forEach(failure -> texts.merge(failure.text(), 1, Integer::sum));
    Map<String, Integer> counts = new HashMap<>();
    texts.forEach((text, times) -> {
      words.addNumbers(text);
      of(text, ordinary).forEach(word -> counts.merge(word, times, Integer::sum));
    });
    counts.forEach((word, n) -> words.shares.put(word, (double) n / failures.size()));
    return words;
  }

  /** Each word of the text once. */
  private static Set<String> of(String text, Set<String> ordinary) {
    Set<String> here = new HashSet<>();
    Words.names(text).forEach(name -> add(here, name));
    Matcher file = FILE.matcher(text);
    while (file.find()) {
      here.add(Words.folded(file.group()));
    }
    here.removeAll(ordinary);
    here.addAll(pairs(Words.parts(text), PAIR_REACH));
    return here;
  }

  private void addNumbers(String text) {
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      numbers.add(number.group());
    }
  }

  private static void add(Set<String> here, String name) {
    if (name.length() >= MIN_LENGTH) {
      here.add(Words.folded(name));
      here.addAll(roots(name));
    }
  }

  boolean isEmpty() {
    return shares.isEmpty();
  }

  /** In [0, 1]; the word folded. */
  double share(String word) {
    return shares.getOrDefault(word, 0.0);
  }

  /** As they stand there. */
  Set<String> numbers() {
    return numbers;
  }

  /** Made of several words, or a file's name: no two programs share it by chance. */
  static boolean compound(String name) {
    return name.length() > MIN_LENGTH && (name.contains(".") || Words.parts(name).size() > 1);
  }

  /** Its words without their endings, common ones left out. */
  static Set<String> roots(String name) {
    Set<String> roots = new HashSet<>();
    for (String part : Words.parts(name)) {
      String root = root(part);
      if (root.length() >= MIN_LENGTH && !COMMON.contains(part) && !COMMON.contains(root)) {
        roots.add(root);
      }
    }
    return roots;
  }

  /** Neighbouring words of a name, as one: {@code token expir} of {@code ErrTokenExpired}. */
  static Set<String> pairs(String name) {
    return pairs(Words.parts(name), 1);
  }

  /** Pairs of words that stand at most so far apart. */
  private static Set<String> pairs(List<String> words, int reach) {
    List<String> roots =
        words.stream().filter(FailureWords::counts).map(FailureWords::root).toList();
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i < roots.size(); i++) {
      for (int j = i + 1; j <= Math.min(i + reach, roots.size() - 1); j++) {
        if (!roots.get(i).equals(roots.get(j))) {
          pairs.add(roots.get(i) + ' ' + roots.get(j));
        }
      }
    }
    return pairs;
  }

  private static boolean counts(String word) {
    return word.length() >= MIN_PART
        && !COMMON.contains(word)
        && !Character.isDigit(word.charAt(0));
  }

  /** The word without its ending: {@code validate, validated, validation} are one. */
  static String root(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= MIN_LENGTH) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
