package dev.inquest.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls to something else that are made once for each of many: one query a row (N+1). */
final class LoopCalls {
  private static final Pattern LOOP =
      Pattern.compile(
          "\\s*(?:for|foreach|while)\\b.*|.*\\.(?:forEach|map|flatMap|each|stream)\\b.*|.*\\bfor\\s+\\w+\\s+in\\b.*");

  /** A call on something: {@code a.catalog.GetItem(}. */
  private static final Pattern CALL =
      Pattern.compile("((?:[A-Za-z_]\\w*(?:\\(\\))?(?:\\.|->|::))+)([A-Za-z_]\\w*)\\s*\\(");

  private static final Set<String> VERBS =
      Set.of(
          "get", "fetch", "find", "query", "load", "select", "lookup", "read", "call", "request",
          "exec", "execute", "send", "save", "insert", "update", "post", "put", "list", "scan");
  private static final Set<String> FAR =
      Set.of(
          "client",
          "repo",
          "repository",
          "dao",
          "db",
          "database",
          "session",
          "http",
          "api",
          "rpc",
          "grpc",
          "stub",
          "store",
          "service",
          "gateway",
          "redis",
          "cache",
          "conn",
          "connection",
          "cursor",
          "requests",
          "axios",
          "jdbc",
          "template",
          "entitymanager",
          "em",
          "producer",
          "queue",
          "objects",
          "remote",
          "mapper");

  /** Whatever is asked of these goes elsewhere, however the question is called. */
  private static final Set<String> STORES =
      Set.of("repository", "repo", "dao", "client", "gateway", "stub", "mapper");

  private LoopCalls() {}

  /** Names of calls on added lines within a loop, that the removed lines did not make. */
  static List<String> find(DiffBlock block) {
    List<String> found = new ArrayList<>();
    List<String> lines = new ArrayList<>(block.before());
    int first = lines.size();
    lines.addAll(block.added());
    int loopAt = -1;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (loopAt >= 0 && !line.isBlank() && indent(line) <= indent(lines.get(loopAt))) {
        loopAt = LOOP.matcher(line).matches() ? i : -1;
      } else if (loopAt < 0 && LOOP.matcher(line).matches()) {
        loopAt = i;
      }
      if (loopAt >= 0 && i >= first) {
        far(line, i == loopAt).stream().filter(c -> !made(block, c)).forEach(found::add);
      }
    }
    return found;
  }

  private static boolean made(DiffBlock block, String call) {
    boolean looped = block.removed().stream().anyMatch(line -> LOOP.matcher(line).matches());
    return looped && block.removed().stream().anyMatch(line -> line.contains(call + "("));
  }

  /** On the loop's own line only what follows its arrow is made each time. */
  private static List<String> far(String line, boolean loopLine) {
    int from = loopLine ? Math.max(line.indexOf("->"), line.indexOf("=>")) : 0;
    List<String> found = new ArrayList<>();
    if (from < 0) {
      return found;
    }
    Matcher matcher = CALL.matcher(line.substring(from));
    while (matcher.find()) {
      String verb = Words.parts(matcher.group(2)).getFirst();
      List<String> on = Words.parts(matcher.group(1));
      boolean far = on.stream().anyMatch(FAR::contains);
      boolean waits = line.contains("await ") || line.substring(from).contains("(ctx");
      boolean store = !on.isEmpty() && STORES.contains(on.getLast());
      if (store || ((far || waits) && VERBS.contains(verb))) {
        found.add(matcher.group(2));
      }
    }
    return found;
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && Character.isWhitespace(line.charAt(indent))) {
      indent++;
    }
    return indent;
  }
}
