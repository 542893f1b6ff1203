package dev.inquest.change;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What changed lines of code or configuration can do, by their words. */
final class CodeLines {
  private static final Pattern COMMENT =
      Pattern.compile("\\s*(//|/\\*|\\*|#(?!include|define|if)|--|<!--|;;).*|\\s*");
  private static final Pattern LOGGING =
      Pattern.compile(
          "(?i)\\s*(?:[\\w.]*\\b(?:log|logger|logging|slog|console|LOG)\\b[\\w.]*\\.)"
              + "(?:trace|debug|info|warn|warning|error|log|atInfo|atDebug|printf?|println)\\b.*");
  private static final Pattern LOG_SETTING =
      Pattern.compile("(?i)\\s*[\"']?(log(ging|ger)?|rootLogger)\\b[\\w.\"'-]*\\s*[:=].*");
  private static final Pattern CONTINUED_TEXT = Pattern.compile("\\s*\\+?\\s*\"[^\"]*\"[,);]*\\s*");

  private static final Pattern POOL =
      Pattern.compile(
          "(?i).*(pool|max[-_.]?(active|idle|connections|threads)|maximum[-_.]?pool|semaphore).*");
  private static final Pattern TIMEOUT =
      Pattern.compile("(?i).*(time[-_.]?out|deadline|keep[-_.]?alive).*");
  private static final Pattern RETRY =
      Pattern.compile("(?i).*(retr(y|ies)|backoff|max[-_.]?attempts).*");
  private static final Pattern CACHE =
      Pattern.compile("(?i).*(cache|\\bttl\\b|memoi[sz]e|expireAfter|evict).*");
  private static final Pattern LIMIT =
      Pattern.compile(
          "(?i).*(rate[-_.]?limit|\\bquota|throttl|max[-_.]?(size|length|items|batch)|batch[-_.]?size|page[-_.]?size"
              + "|memory[-_.]?limit|-Xmx|\\blimits?:|\\breplicas\\b|heap).*");
  private static final Pattern NULLS =
      Pattern.compile(
          "(?i).*([!=]=\\s*null|requireNonNull|isPresent|orElse|Optional|isNull|is None|\\bnil\\b"
              + "|\\?\\.|!!|undefined).*");

  private CodeLines() {}

  /** Mechanisms of changed lines, both sides; comments and log lines only where nothing else is. */
  static Set<Mechanism> read(List<String> changed, Mechanism otherwise) {
    Set<Mechanism> found = EnumSet.noneOf(Mechanism.class);
    boolean afterLog = false;
    for (String line : changed) {
      boolean log = logs(line) || (afterLog && CONTINUED_TEXT.matcher(line).matches());
      if (COMMENT.matcher(line).matches()) {
        found.add(Mechanism.COMMENT);
      } else if (log) {
        found.add(Mechanism.LOG_TEXT);
      } else {
        found.addAll(words(line, otherwise));
      }
      afterLog = log;
    }
    return found;
  }

  private static boolean logs(String line) {
    return LOGGING.matcher(line).matches() || LOG_SETTING.matcher(line).matches();
  }

  private static Set<Mechanism> words(String line, Mechanism otherwise) {
    Set<Mechanism> found = EnumSet.noneOf(Mechanism.class);
    add(found, POOL, line, Mechanism.POOL_SIZE);
    add(found, TIMEOUT, line, Mechanism.TIMEOUT);
    add(found, RETRY, line, Mechanism.RETRY);
    add(found, CACHE, line, Mechanism.CACHE);
    add(found, LIMIT, line, Mechanism.LIMIT);
    add(found, NULLS, line, Mechanism.NULL_HANDLING);
    if (found.isEmpty()) {
      found.add(otherwise);
    }
    return found;
  }

  private static void add(Set<Mechanism> found, Pattern pattern, String line, Mechanism mechanism) {
    if (pattern.matcher(line).matches()) {
      found.add(mechanism);
    }
  }
}
