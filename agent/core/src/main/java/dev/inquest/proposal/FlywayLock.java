package dev.inquest.proposal;

import dev.inquest.change.RepositorySource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whether a repository switches off Flyway's transactional lock. With it {@code CREATE INDEX
 * CONCURRENTLY} waits for ever for the transaction that Flyway itself holds open.
 */
final class FlywayLock {
  private static final int MAX_BYTES = 200_000;
  private static final int MAX_FILES = 5_000;
  private static final Set<String> NAMES =
      Set.of(
          "flyway.conf",
          "flyway.toml",
          "application.properties",
          "application.yml",
          "application.yaml");

  /** {@code flyway.conf} and Spring's properties, both spellings. */
  private static final Pattern PROPERTY =
      Pattern.compile(
          "(?m)^\\s*(?:spring\\.)?flyway\\.postgresql\\.transactional[.-]lock\\s*[=:]\\s*false\\s*$");

  /** The key's end, below the table or path it belongs to. */
  private static final Pattern TOML =
      Pattern.compile(
          "(?:postgresql\\.)?transactional\\.lock\\s*=\\s*\"?false\"?|lock\\s*=\\s*false");

  private FlywayLock() {}

  /** What to add where it is not switched off. */
  static String lineToAdd() {
    return "flyway.postgresql.transactional.lock=false (in flyway.conf; with Spring Boot "
        + "spring.flyway.postgresql.transactional-lock=false in application.properties)";
  }

  static boolean isOff(
      RepositorySource source,
      String repository,
      String commit,
      String migrations,
      List<String> paths) {
    for (String path : source.list(repository, commit, "", MAX_FILES)) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      if (NAMES.contains(name) && concerns(path, migrations, paths)) {
        boolean off =
            source
                .read(repository, commit, path, MAX_BYTES)
                .filter(text -> isOff(name, text))
                .isPresent();
        if (off) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean isOff(String name, String text) {
    if (name.endsWith(".toml")) {
      return toml(text);
    }
    return (name.endsWith(".yml") || name.endsWith(".yaml"))
        ? PROPERTY.matcher(text).find() || yaml(text)
        : PROPERTY.matcher(text).find();
  }

  /** In the root, beside or above the migrations, or in a folder of the service. */
  private static boolean concerns(String path, String migrations, List<String> paths) {
    int slash = path.lastIndexOf('/');
    String folder = slash < 0 ? "" : path.substring(0, slash);
    Set<String> folders = new TreeSet<>(Set.of("", "conf", "config", "src/main/resources"));
    String at =
        migrations.endsWith("/") ? migrations.substring(0, migrations.length() - 1) : migrations;
    while (!at.isEmpty()) {
      folders.add(at);
      folders.add(at + "/conf");
      int cut = at.lastIndexOf('/');
      at = cut < 0 ? "" : at.substring(0, cut);
    }
    return folders.contains(folder)
        || paths.stream().anyMatch(p -> path.startsWith(p.endsWith("/") ? p : p + "/"));
  }

  private static boolean toml(String text) {
    String table = "";
    for (String raw : text.lines().toList()) {
      String line = raw.replaceAll("#.*", "").strip();
      if (line.startsWith("[")) {
        table = line.replaceAll("[\\[\\]\\s\"]", "");
      } else if (TOML.matcher(line).matches() && full(table, line)) {
        return true;
      }
    }
    return false;
  }

  private static boolean full(String table, String line) {
    String key = line.split("=", 2)[0].strip();
    return (table + "." + key).endsWith("flyway.postgresql.transactional.lock");
  }

  /** Nested keys by their indentation: enough for this one path, not a YAML parser. */
  private static boolean yaml(String text) {
    java.util.Deque<String> keys = new java.util.ArrayDeque<>();
    java.util.Deque<Integer> indents = new java.util.ArrayDeque<>();
    for (String raw : text.lines().toList()) {
      String line = raw.replaceAll("\\s#.*", "").stripTrailing();
      int colon = line.indexOf(':');
      if (line.isBlank() || colon < 0 || line.strip().startsWith("#")) {
        continue;
      }
      int indent = line.length() - line.stripLeading().length();
      while (!indents.isEmpty() && indents.peekLast() >= indent) {
        indents.removeLast();
        keys.removeLast();
      }
      keys.addLast(line.substring(0, colon).strip());
      indents.addLast(indent);
      String path = String.join(".", keys).replace("transactional-lock", "transactional.lock");
      if (path.endsWith("flyway.postgresql.transactional.lock")
          && line.substring(colon + 1).strip().equals("false")) {
        return true;
      }
    }
    return false;
  }
}
