package dev.inquest.change;

import dev.inquest.change.DiffFile.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Collections that outlive a request, are filled by what was added, and are never emptied. */
final class RetentionTraits {
  private static final String EMPTY =
      "(?:\\[\\]|\\{\\}|dict\\(\\)|list\\(\\)|set\\(\\)|defaultdict\\(.*|OrderedDict\\(\\)"
          + "|new (?:Map|Set|Array)\\b.*)";

  /** At the file's margin, or as a field: within a function it would end with the function. */
  private static final List<Pattern> LASTING =
      List.of(
          Pattern.compile(
              "^(?:export\\s+)?(?:const|let|var)\\s+(\\w+)\\s*(?::[^=]+)?=\\s*" + EMPTY + ";?\\s*"),
          Pattern.compile("^(\\w+)\\s*(?::[^=]+)?=\\s*" + EMPTY + "\\s*"),
          Pattern.compile("^var\\s+(\\w+)\\s*=?\\s*(?:map\\[|\\[\\]|sync\\.Map|make\\().*"),
          Pattern.compile("\\s*(?:this|self)\\.(\\w+)\\s*(?::[^=]+)?=\\s*" + EMPTY + ";?\\s*"));

  /** What stands left and right of the equals sign of a field with a type. */
  private static final Pattern FIELD =
      Pattern.compile("\\s++(?:private|static|final|protected|public)\\s.*");

  private static final Pattern LAST_WORD = Pattern.compile("(?<=\\s)\\w+$");
  private static final Pattern COLLECTION =
      Pattern.compile("new\\s+(?:Array|Linked|Hash|Concurrent|Tree|CopyOnWrite)\\w*+<.*");

  /** Longer lines are no declaration, and of so many names one would have been seen. */
  private static final int MAX_LINE = 400;

  private static final int MAX_NAMES = 50;

  private static final Pattern UNBOUNDED =
      Pattern.compile(
          "\\s*@(?:functools\\.)?(?:cache|lru_cache\\(\\s*(?:maxsize\\s*=\\s*)?None\\s*\\))\\s*");

  private static final String FILLS =
      "\\b%1$s\\s*(?:\\[[^\\]]{1,120}\\]\\s*=(?!=)|\\.(?:add|put|push|append|set|addLast|addAll|offer|computeIfAbsent"
          + "|putIfAbsent|setdefault|unshift|insert|Store|LoadOrStore|update)\\(|\\s*=\\s*append\\(\\s*%1$s\\b)";
  private static final String EMPTIES =
      "\\b%1$s\\s*\\.(?:remove|delete|pop|clear|evict|shift|poll|splice|truncate|Delete|length\\s*=|size\\(\\)\\s*>)"
          + "|\\b(?:delete\\(\\s*|del\\s+|len\\(\\s*)%1$s\\b|\\b%1$s\\s*=\\s*%1$s\\[";

  private RetentionTraits() {}

  static List<Trait> read(DiffFile file) {
    List<String> added = file.changed(Side.ADDED);
    List<Trait> traits = new ArrayList<>();
    for (String name : lasting(added)) {
      boolean fills = anyIn(FILLS, name, added);
      boolean empties = fills && anyIn(EMPTIES, name, file.after());
      if (fills && !empties) {
        traits.add(Trait.structure(Mechanism.RETENTION, Direction.ADDED, name, file.path()));
      }
    }
    if (added.stream().anyMatch(line -> UNBOUNDED.matcher(line).matches())) {
      traits.add(Trait.structure(Mechanism.RETENTION, Direction.ADDED, "", file.path()));
    }
    return traits;
  }

  private static Set<String> lasting(List<String> added) {
    Set<String> names = new LinkedHashSet<>();
    added.stream()
        .filter(line -> line.length() <= MAX_LINE)
        .flatMap(line ->
            Stream.concat(
                LASTING.stream().map(p -> p.matcher(line)).flatMap(RetentionTraits::name),
                field(line)))
        .distinct()
        .limit(MAX_NAMES)
        .forEach(names::add);
    return names;
  }

  private static Stream<String> name(Matcher matcher) {
    return matcher.matches() ? Stream.of(matcher.group(1)) : Stream.empty();
  }

  private static Stream<String> field(String line) {
    int equals = line.indexOf('=');
    if (equals < 0 || !FIELD.matcher(line).matches()) {
      return Stream.empty();
    }
    Matcher name = LAST_WORD.matcher(line.substring(0, equals).stripTrailing());
    boolean collection = COLLECTION.matcher(line.substring(equals + 1).strip()).matches();
    return collection && name.find() ? Stream.of(name.group()) : Stream.empty();
  }

  private static boolean anyIn(String form, String name, List<String> lines) {
    Pattern pattern = Pattern.compile(form.formatted(name));
    return lines.stream().anyMatch(line -> line.contains(name) && pattern.matcher(line).find());
  }
}
