package dev.inquest.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a change only writes the same thing otherwise: laid out anew, a local name changed, or
 * put into a function of its own. Everything done before is still done, in the same order, and
 * nothing new is.
 */
final class MovedCode {
  private static final Set<String> DECLARES = Set.of("var", "let", "const", "val", "auto", "final");

  private final List<String> removed;
  private final List<String> added;

  private MovedCode(List<String> removed, List<String> added) {
    this.removed = removed;
    this.added = added;
  }

  /**
   * @param removed lines, comments among them
   * @param added lines
   */
  static boolean only(List<String> removed, List<String> added) {
    MovedCode code = new MovedCode(CodeTokens.all(removed), CodeTokens.all(added));
    if (code.removed.isEmpty() || code.added.isEmpty()) {
      return false;
    }
    return code.laidOutAnew()
        || code.importsSorted(removed, added)
        || code.renamed()
        || code.extracted(added);
  }

  private boolean laidOutAnew() {
    return mattering(removed).equals(mattering(added));
  }

  private boolean importsSorted(List<String> old, List<String> now) {
    return imports(old) && imports(now) && sorted(old).equals(sorted(now));
  }

  private static boolean imports(List<String> lines) {
    return lines.stream()
        .map(String::strip)
        .allMatch(line ->
            line.isEmpty()
                || line.equals(")")
                || line.matches("(import|from|using|use|require|#include)\\b.*|\"[^\"]+\"[,;]?"));
  }

  private static List<String> sorted(List<String> lines) {
    return lines.stream().map(String::strip).filter(l -> !l.isEmpty()).sorted().toList();
  }

  /** One local name for another, everywhere, where it was declared there. */
  private boolean renamed() {
    if (removed.size() != added.size()) {
      return false;
    }
    Map<String, String> names = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < removed.size(); i++) {
      String old = removed.get(i);
      String now = added.get(i);
      boolean names2 = CodeTokens.isName(old) && CodeTokens.isName(now);
      if (!names2 && !old.equals(now)) {
        return false;
      }
      if (names2) {
        String known = names.get(old);
        boolean fits = known == null ? taken.add(now) : known.equals(now);
        if (!fits || (known == null && !old.equals(now) && !declared(i))) {
          return false;
        }
        names.put(old, now);
      }
    }
    return true;
  }

  private boolean declared(int index) {
    boolean assigned = index + 1 < removed.size() && removed.get(index + 1).equals(":=");
    boolean local = index > 0 && DECLARES.contains(removed.get(index - 1));
    return assigned || local;
  }

  /** All that was there stands there still, in order; what is new only declares or calls that. */
  private boolean extracted(List<String> addedLines) {
    List<String> wanted = mattering(removed);
    Set<String> declared = declared(addedLines);
    int next = 0;
    for (int i = 0; i < added.size(); i++) {
      String token = added.get(i);
      if (next < wanted.size() && token.equals(wanted.get(next))) {
        next++;
      } else if (!harmless(token, i, declared)) {
        return false;
      }
    }
    return next == wanted.size() && !declared.isEmpty();
  }

  private boolean harmless(String token, int index, Set<String> declared) {
    if (CodeTokens.isLiteral(token) || CodeTokens.decides(token)) {
      return false;
    }
    if (CodeTokens.BRANCHES.contains(token)) {
      return false;
    }
    boolean called = index + 1 < added.size() && added.get(index + 1).equals("(");
    return !CodeTokens.isName(token) || !called || declared.contains(token) || keyword(token);
  }

  private static boolean keyword(String token) {
    return !CodeTokens.matters(token);
  }

  /** Functions that the lines themselves declare. */
  private static Set<String> declared(List<String> lines) {
    Set<String> found = new HashSet<>();
    for (String line : lines) {
      String stripped = line.strip();
      boolean opens = stripped.endsWith("{") || stripped.endsWith(":") || stripped.endsWith("=>");
      boolean branch = CodeTokens.BRANCHES.contains(firstName(stripped));
      if (opens && !branch) {
        List<String> tokens = CodeTokens.all(List.of(stripped));
        for (int i = 0; i + 1 < tokens.size(); i++) {
          if (CodeTokens.isName(tokens.get(i)) && tokens.get(i + 1).equals("(")) {
            found.add(tokens.get(i));
          }
        }
      }
    }
    return found;
  }

  private static String firstName(String line) {
    List<String> names = Words.names(line);
    return names.isEmpty() ? "" : names.getFirst();
  }

  private static List<String> mattering(List<String> tokens) {
    List<String> kept = new ArrayList<>(tokens);
    kept.removeIf(token -> !CodeTokens.matters(token));
    return kept;
  }
}
