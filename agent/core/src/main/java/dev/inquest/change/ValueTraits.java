package dev.inquest.change;

import dev.inquest.change.Trait.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that a diff changes: settings by their key, other numbers by their place in a line. */
final class ValueTraits {
  /** Lines that have so much in common are one line that was edited. */
  private static final double ALIKE = 0.55;

  /** What a log line looks like. */
  private static final Set<String> LAYOUT = Set.of("pattern", "format", "layout");

  private static final Pattern PLACES =
      Pattern.compile("%[-.\\d]*(?:C|M|L|F|l|caller|class|method|line|file|location)\\b");

  private static final Set<String> LOGS = Set.of("log", "logs", "logging", "logger", "logback");

  private final String path;
  private final boolean configuration;
  private final List<Trait> traits = new ArrayList<>();
  private final Set<String> covered = new HashSet<>();

  ValueTraits(String path, boolean configuration) {
    this.path = path;
    this.configuration = configuration;
  }

  List<Trait> traits() {
    return traits;
  }

  /** Lines whose change is told by a trait, or that say the same as before. */
  Set<String> covered() {
    return covered;
  }

  void read(DiffBlock block) {
    Map<String, String> old = settings(block.removed());
    Map<String, String> now = settings(block.added());
    for (Map.Entry<String, String> entry : now.entrySet()) {
      String before = old.get(entry.getKey());
      if (before != null) {
        setting(block, before, entry.getValue());
      } else if (configuration) {
        single(block, entry.getValue(), Direction.ADDED);
      }
    }
    if (configuration) {
      old.entrySet().stream()
          .filter(entry -> !now.containsKey(entry.getKey()))
          .forEach(entry -> single(block, entry.getValue(), Direction.REMOVED));
    }
    byPlace(block);
    inline(block);
  }

  private static Map<String, String> settings(List<String> lines) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String line : lines) {
      Setting.of(line).ifPresent(setting -> found.putIfAbsent(setting.key(), line));
    }
    return found;
  }

  private void setting(DiffBlock block, String oldLine, String newLine) {
    Setting old = Setting.of(oldLine).orElseThrow();
    Setting now = Setting.of(newLine).orElseThrow();
    Optional<Quantity> before = old.quantity();
    Optional<Quantity> after = now.quantity();
    if (old.value().equals(now.value())) {
      cover(oldLine, newLine);
    } else if (isLogLayout(now, newLine)) {
      Mechanism layout = asksForPlaces(old, now) ? Mechanism.CONFIG_VALUE : Mechanism.LOG_TEXT;
      value(layout, Direction.CHANGED, now.key(), now.value());
      cover(oldLine, newLine);
    } else if (before.isPresent() && after.isPresent()) {
      number(block, now.key(), newLine, before.get(), after.get());
      cover(oldLine, newLine);
    } else if (old.level() >= 0 && now.level() >= 0 && old.yes() < 0) {
      boolean louder = now.level() < old.level();
      value(Mechanism.LOG_LEVEL, louder ? Direction.UP : Direction.DOWN, now.key(), now.value());
      cover(oldLine, newLine);
    } else if (configuration || (old.yes() >= 0 && now.yes() >= 0)) {
      text(block, old, now, newLine);
      cover(oldLine, newLine);
    }
  }

  /** What a log line looks like, in a file or a line that speaks of logs. */
  private boolean isLogLayout(Setting setting, String line) {
    return Words.parts(setting.key()).stream().anyMatch(LAYOUT::contains)
        && Words.parts(path + ' ' + line).stream().anyMatch(LOGS::contains);
  }

  /** To find the line of code that logs is dear: log4j and logback both warn of it. */
  private static boolean asksForPlaces(Setting old, Setting now) {
    return PLACES.matcher(now.value()).find() && !PLACES.matcher(old.value()).find();
  }

  /** What is written of a log line, or where to, is no level: that only a level's name is. */
  private void text(DiffBlock block, Setting old, Setting now, String line) {
    boolean turned = old.yes() >= 0 && now.yes() >= 0;
    if (old.isProse() && now.isProse()) {
      value(Mechanism.WORDING, Direction.CHANGED, now.key(), now.value());
      return;
    }
    Direction direction =
        !turned ? Direction.CHANGED : now.yes() > old.yes() ? Direction.UP : Direction.DOWN;
    Mechanism otherwise = turned ? Mechanism.FLAG_DEFAULT : Mechanism.CONFIG_VALUE;
    Mechanism mechanism =
        topic(block, now.key(), line)
            .filter(
                of -> turned || of != Mechanism.LOG_LEVEL || old.level() >= 0 || now.level() >= 0)
            .orElse(otherwise);
    value(mechanism, direction, now.key(), now.value());
  }

  private void single(DiffBlock block, String line, Direction direction) {
    Setting setting = Setting.of(line).orElseThrow();
    topic(block, setting.key(), line)
        .map(
            mechanism -> isNewAndOff(mechanism, setting, direction) ? Mechanism.DORMANT : mechanism)
        .ifPresent(mechanism -> {
          traits.add(Trait.structure(mechanism, direction, setting.key(), path));
          covered.add(line);
        });
  }

  private static boolean isNewAndOff(Mechanism mechanism, Setting setting, Direction direction) {
    return mechanism == Mechanism.FLAG_DEFAULT
        && direction == Direction.ADDED
        && setting.yes() == 0;
  }

  /** Lines that differ in their numbers, and perhaps a name, only. */
  private void byPlace(DiffBlock block) {
    for (String old : block.removed()) {
      for (String now : block.added()) {
        List<Quantity> before = Quantity.in(old);
        List<Quantity> after = Quantity.in(now);
        boolean numbers = !before.isEmpty() && before.size() == after.size();
        if (numbers
            && !before.equals(after)
            && !covered.contains(old)
            && !covered.contains(now)
            && CodeTokens.likeness(Quantity.skeleton(old), Quantity.skeleton(now)) >= ALIKE) {
          for (int i = 0; i < before.size(); i++) {
            number(block, key(now), now, before.get(i), after.get(i));
          }
          cover(old, now);
        }
      }
    }
  }

  /** Named numbers within lines: {@code Policy{MaxAttempts: 8, BaseDelay: 5ms}}. */
  private void inline(DiffBlock block) {
    Map<String, String> old = pieces(block.removed());
    Map<String, String> now = pieces(block.added());
    old.forEach((key, piece) -> {
      String other = now.get(key);
      if (other == null) {
        topic(block, key, piece)
            .ifPresent(m -> traits.add(Trait.structure(m, Direction.REMOVED, key, path)));
      } else if (!other.equals(piece)) {
        setting(block, piece, other);
      }
    });
  }

  private Map<String, String> pieces(List<String> lines) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String line : lines) {
      int open = Math.max(line.indexOf('{'), line.indexOf('('));
      if (open >= 0 && !covered.contains(line)) {
        for (String piece : line.substring(open + 1).split("[,{}()]", -1)) {
          Setting.of(piece)
              .filter(setting -> setting.quantity().isPresent())
              .ifPresent(setting -> found.putIfAbsent(setting.key(), piece));
        }
      }
    }
    return found;
  }

  private void number(DiffBlock block, String key, String line, Quantity before, Quantity after) {
    if (before.value() == after.value()) {
      return;
    }
    Mechanism otherwise = configuration ? Mechanism.CONFIG_VALUE : Mechanism.OTHER_CODE;
    Mechanism mechanism = topic(block, key, line).orElse(otherwise);
    double factor = before.value() == 0 ? Double.POSITIVE_INFINITY : after.value() / before.value();
    Direction direction = after.value() > before.value() ? Direction.UP : Direction.DOWN;
    traits.add(new Trait(mechanism, direction, Form.VALUE, factor, key, path, said(after.value())));
  }

  private void value(Mechanism mechanism, Direction direction, String key, String value) {
    traits.add(
        new Trait(
            mechanism,
            direction,
            Form.VALUE,
            Double.NaN,
            key,
            path,
            Set.of(value.toLowerCase(Locale.ROOT))));
  }

  /** As it may stand in a log: {@code 300} and, were it milliseconds, {@code 0.3}. */
  private static Set<String> said(double value) {
    Set<String> said = new HashSet<>(Set.of(plain(value)));
    said.add(plain(value / 1e3));
    return said;
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private void cover(String old, String now) {
    covered.add(old);
    covered.add(now);
  }

  private static String key(String line) {
    return Setting.of(line).map(Setting::key).orElse(line.strip());
  }

  /** By the key, else its line, else what stands above it, else the file's name. */
  private Optional<Mechanism> topic(DiffBlock block, String key, String line) {
    List<String> texts = new ArrayList<>(List.of(key, line));
    int indent = indent(line);
    List<String> above = block.before();
    for (int i = above.size() - 1; i >= 0 && indent > 0; i--) {
      if (!above.get(i).isBlank() && indent(above.get(i)) < indent) {
        texts.add(above.get(i) + ' ' + key);
        indent = indent(above.get(i));
      }
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (configuration) {
      texts.add(name.replaceAll("\\.\\w+$", ""));
    }
    return Topic.of(texts);
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
