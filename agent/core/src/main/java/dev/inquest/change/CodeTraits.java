package dev.inquest.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What lines of code do that were put there or taken away, seen by their shape. */
final class CodeTraits {
  private static final Set<String> LOCKS =
      Set.of(
          "lock",
          "mutex",
          "synchronized",
          "unlock",
          "rlock",
          "rwlock",
          "rwmutex",
          "locked",
          "reentrant",
          "atomic",
          "concurrent",
          "threadsafe",
          "isolation",
          "serializable");
  private static final Pattern RELEASES =
      Pattern.compile(
          "(?i)\\b(close|dispose|release|unsubscribe|clearInterval|clearTimeout|removeListener"
              + "|removeEventListener|disconnect|shutdown|free|rollback|Drop|ReturnToPool)\\s*\\("
              + "|\\btry\\s*\\(|\\busing\\s*\\(|^\\s*with\\s.+\\sas\\s");
  private static final Pattern BRANCH =
      Pattern.compile("\\s*(?:}\\s*)?(?:else\\s+)?(?:if|elif|while|unless|when|assert)\\b.*");
  private static final Pattern COMPARES = Pattern.compile(".*(?:return|=)\\s.*(?:[<>]=?|[!=]=).*");
  private static final Pattern NULLS =
      Pattern.compile(
          "(?i).*([!=]=+\\s*null|requireNonNull|isPresent|isEmpty|isNull|is not None|is None|[!=]=\\s*nil\\b"
              + "|\\?\\.|\\?\\?|!!|undefined|len\\([^)]*\\)\\s*[=<>!]=?\\s*0|\\.length\\s*[=<>!]=+\\s*0).*");
  private static final Pattern GO_ERROR = Pattern.compile(".*\\berr\\s*[!=]=\\s*nil\\b.*");
  private static final Pattern CATCHES =
      Pattern.compile(
          "(?i)\\b(catch|except|rescue|recover|recoverWith|onErrorReturn|onErrorResume|fallback"
              + "|circuitBreaker|orElseGet)\\b");
  private static final Pattern THROWS = Pattern.compile("(?:throw|raise|panic|abort)\\b");
  private static final Pattern REJECTS =
      Pattern.compile(
          "(?i)\\b(throw|raise|panic|abort|reject\\w*|deny|denied|forbid\\w*|unauthori[sz]ed|bad_?request)\\b"
              + "|\\breturn\\b.*\\b(err\\w*|\\w*error\\w*|false|4\\d\\d)\\b|\\bstatus\\(?\\s*[=:(]?\\s*4\\d\\d|http\\.Error");
  private static final int BRANCH_LINES = 2;
  private static final double ALIKE = 0.5;

  private final String path;
  private final List<Trait> traits = new ArrayList<>();

  CodeTraits(String path) {
    this.path = path;
  }

  List<Trait> traits() {
    return traits;
  }

  void read(DiffBlock block) {
    counted(Mechanism.LOCK, locks(block.removed()), locks(block.added()));
    counted(
        Mechanism.RELEASE, matching(RELEASES, block.removed()), matching(RELEASES, block.added()));
    counted(
        Mechanism.PATTERN, Backtracking.count(block.removed()), Backtracking.count(block.added()));
    branches(block);
    long caught = matching(CATCHES, block.removed());
    if (caught > matching(CATCHES, block.added())) {
      add(Mechanism.ERROR_HANDLING, Direction.REMOVED, "");
    }
    if (matching(THROWS, block.added()) > matching(THROWS, block.removed())) {
      add(Mechanism.ERROR_HANDLING, Direction.ADDED, "");
    }
    LoopCalls.find(block).forEach(call -> add(Mechanism.LOOP_CALL, Direction.ADDED, call));
  }

  private void counted(Mechanism mechanism, long before, long after) {
    if (before > after) {
      add(mechanism, Direction.REMOVED, "");
    } else if (after > before) {
      add(mechanism, Direction.ADDED, "");
    }
  }

  /** Calls that lock and words that do; a variable's name alone is none. */
  private static long locks(List<String> lines) {
    List<String> tokens = CodeTokens.all(lines);
    long count = 0;
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      boolean called = i + 1 < tokens.size() && tokens.get(i + 1).equals("(");
      boolean locks =
          CodeTokens.isName(token) && Words.parts(token).stream().anyMatch(LOCKS::contains);
      count += locks && (called || token.equals("synchronized")) ? 1 : 0;
    }
    return count;
  }

  private static long matching(Pattern pattern, List<String> lines) {
    return lines.stream().filter(line -> pattern.matcher(line).find()).count();
  }

  /** Checks that were edited, taken away or added. */
  private void branches(DiffBlock block) {
    List<String> added = new ArrayList<>(block.added());
    for (String old : block.removed()) {
      if (!decides(old) || added.remove(old) || GO_ERROR.matcher(old).matches()) {
        continue;
      }
      String edited =
          added.stream()
              .filter(CodeTraits::decides)
              .filter(now -> CodeTokens.likeness(old, now) >= ALIKE)
              .findFirst()
              .orElse(null);
      if (edited == null) {
        add(check(old, block.removed()), Direction.REMOVED, old.strip());
      } else {
        added.remove(edited);
        edited(block, old, edited);
      }
    }
    added.stream()
        .filter(line -> BRANCH.matcher(line).matches())
        .filter(line -> !GO_ERROR.matcher(line).matches())
        .filter(line -> !block.removed().contains(line))
        .forEach(line -> added(block, line));
  }

  private void edited(DiffBlock block, String old, String now) {
    if (CodeTokens.all(List.of(old)).equals(CodeTokens.all(List.of(now)))) {
      return;
    }
    List<String> below = new ArrayList<>(block.added());
    below.addAll(block.after());
    boolean rejects = rejects(now, below);
    add(rejects ? Mechanism.REJECTION : Mechanism.CONDITION, Direction.CHANGED, now.strip());
  }

  /** A check that only fills in a value or passes by what is empty turns nothing away. */
  private void added(DiffBlock block, String line) {
    Mechanism check = check(line, block.added());
    if (check == Mechanism.REJECTION) {
      add(check, Direction.ADDED, line.strip());
    } else {
      traits.add(Trait.mention(check, Direction.ADDED, line.strip(), path));
    }
  }

  private static boolean decides(String line) {
    return BRANCH.matcher(line).matches() || COMPARES.matcher(line).matches();
  }

  private static Mechanism check(String line, List<String> lines) {
    if (NULLS.matcher(line).matches()) {
      return Mechanism.NULL_HANDLING;
    }
    return rejects(line, lines) ? Mechanism.REJECTION : Mechanism.CONDITION;
  }

  /** Whether the branch ends in an error: on its own line or on the next. */
  private static boolean rejects(String line, List<String> lines) {
    int at = lines.indexOf(line);
    List<String> branch =
        at < 0 ? List.of(line) : lines.subList(at, Math.min(lines.size(), at + 1 + BRANCH_LINES));
    return branch.stream().anyMatch(l -> REJECTS.matcher(l).find());
  }

  private void add(Mechanism mechanism, Direction direction, String key) {
    traits.add(Trait.structure(mechanism, direction, key, path));
  }
}
