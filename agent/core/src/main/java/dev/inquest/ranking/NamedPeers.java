package dev.inquest.ranking;

import dev.inquest.evidence.Span;
import dev.inquest.investigation.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Errors that name another service are about that one: a request that could not be sent leaves no
 * span of whom it was for, only the caller's complaint. Not thread-safe.
 */
final class NamedPeers {
  private static final int MIN_NAME = 3;

  private final SpanLogs logs;
  private final @Nullable Pattern names;
  private final SortedMap<String, Integer> counts = new TreeMap<>();

  NamedPeers(SpanLogs logs, Set<String> services) {
    this.logs = logs;
    String any =
        new TreeSet<>(services)
            .descendingSet().stream()
                .filter(name -> name.length() >= MIN_NAME)
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    this.names = any.isEmpty() ? null : Pattern.compile("(?<![\\w-])(?:" + any + ")(?![\\w-])");
  }

  /** Whether an error of the span, or of those above it in its service, names another service. */
  boolean named(Span span, SpanTree tree) {
    for (Span up : tree.upInService(span)) {
      for (String text : logs.errors(up)) {
        String peer = peer(text, span.service());
        if (peer != null) {
          counts.merge(peer, 1, Integer::sum);
          return true;
        }
      }
    }
    return false;
  }

  /** One sign a service that was named. */
  List<Sign> signs(double share) {
    List<Sign> signs = new ArrayList<>();
    counts.forEach((service, count) -> signs.add(sign(service, count, share)));
    return signs;
  }

  private @Nullable String peer(String text, String own) {
    if (names == null) {
      return null;
    }
    Matcher matcher = names.matcher(text);
    while (matcher.find()) {
      if (!matcher.group().equals(own)) {
        return matcher.group();
      }
    }
    return null;
  }

  private static Sign sign(String service, int count, double share) {
    return new Sign(
        service,
        null,
        Aspect.LOG,
        "errors of callers",
        count,
        true,
        0,
        count,
        share,
        0,
        1,
        null,
        List.of(),
        count + " errors of callers name " + Sentences.plain(service));
  }
}
