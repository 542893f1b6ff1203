package dev.inquest.app.config;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every key there is; the one list behind loading, checking and the reference page. */
public final class KeyList {
  /** A key found under a given name, with the name in its canonical spelling. */
  public record Match(Key key, String name, boolean file) {}

  private record Compiled(Key key, Pattern file, Pattern environment) {}

  private static final List<Key> ALL =
      Stream.of(SharedKeys.ALL, AgentKeys.ALL, GateKeys.ALL).flatMap(List::stream).toList();
  private static final List<Compiled> COMPILED =
      ALL.stream().map(k -> new Compiled(k, k.filePattern(), k.environmentPattern())).toList();

  private KeyList() {}

  public static List<Key> all() {
    return ALL;
  }

  /** The key behind a name of the file, e.g. {@code inquest.services[0].name}. */
  public static Optional<Match> inFile(String name) {
    String bare = name.toLowerCase(java.util.Locale.ROOT).replace("-", "").replace("_", "");
    return find(Compiled::file, bare)
        .or(() -> withoutSuffix(bare, "file").flatMap(n -> secretFile(Compiled::file, n)));
  }

  /** The key behind an environment variable, e.g. {@code INQUEST_OTLP_TOKEN_FILE}. */
  public static Optional<Match> inEnvironment(String variable) {
    return find(Compiled::environment, variable)
        .or(() ->
            withoutSuffix(variable, "_FILE").flatMap(n -> secretFile(Compiled::environment, n)));
  }

  private static Optional<Match> secretFile(Function<Compiled, Pattern> pattern, String name) {
    return find(pattern, name)
        .filter(m -> m.key().secret())
        .map(m -> new Match(m.key(), m.name(), true));
  }

  private static Optional<Match> find(Function<Compiled, Pattern> pattern, String name) {
    for (Compiled compiled : COMPILED) {
      Matcher matcher = pattern.apply(compiled).matcher(name);
      if (matcher.matches()) {
        return Optional.of(new Match(compiled.key(), canonical(compiled.key(), matcher), false));
      }
    }
    return Optional.empty();
  }

  private static String canonical(Key key, Matcher matcher) {
    String name = key.name();
    for (int group = 1; group <= matcher.groupCount(); group++) {
      name = name.replaceFirst("\\[\\]", "[" + matcher.group(group) + "]");
    }
    return name;
  }

  private static Optional<String> withoutSuffix(String name, String suffix) {
    return name.endsWith(suffix)
        ? Optional.of(name.substring(0, name.length() - suffix.length()))
        : Optional.empty();
  }

  /** The keys most like a misspelt one, for the sentence that names the fix. */
  static String nearest(String name) {
    return ALL.stream()
        .map(Key::name)
        .sorted(java.util.Comparator.comparingInt(k -> Distance.between(k, name)))
        .limit(2)
        .collect(joining(" or "));
  }
}
