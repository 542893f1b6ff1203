package dev.inquest.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the file, then the environment over it, and secrets from the files they name. */
public final class SettingsLoader {
  public static final String STANDARD_FILE = "inquest.yml";
  private static final Set<String> PAST_THE_CHECKS =
      Set.of(
          "SPRING_APPLICATION_JSON",
          "SPRING_CONFIG_IMPORT",
          "SPRING_CONFIG_LOCATION",
          "SPRING_CONFIG_ADDITIONAL_LOCATION");

  /** What the command line reads to reach a running Inquest; no process may want it. */
  private static final Set<String> CALLERS_OWN = Set.of("INQUEST_TOKEN", "INQUEST_TOKEN_FILE");

  private final Map<String, Setting> own = new LinkedHashMap<>();
  private final Map<String, String> other = new LinkedHashMap<>();
  private final List<ConfigProblem> problems = new ArrayList<>();

  private final Map<String, String> environment;

  private SettingsLoader(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * @param file null means {@code inquest.yml} of the current folder, where there is one
   * @throws ConfigException with every unknown key and unreadable file
   */
  public static Settings load(@Nullable Path file, Map<String, String> environment) {
    Examined examined = examine(file, environment);
    if (!examined.problems().isEmpty()) {
      throw new ConfigException(examined.problems());
    }
    return examined.settings();
  }

  /**
   * What is right about a configuration, and what is wrong with the rest.
   *
   * @param settings without what is wrong
   */
  public record Examined(Settings settings, List<ConfigProblem> problems) {
    public Examined {
      problems = List.copyOf(problems);
    }
  }

  /** As {@link #load}, for whoever shows all of it rather than starts. */
  public static Examined examine(@Nullable Path file, Map<String, String> environment) {
    SettingsLoader loader = new SettingsLoader(environment);
    loader.readFile(file);
    loader.readEnvironment(environment);
    Settings settings = new Settings(loader.own, loader.other);
    loader.problems.addAll(SettingsRules.check(settings));
    return new Examined(settings, loader.problems);
  }

  private void readFile(@Nullable Path named) {
    Path file = named == null ? Path.of(STANDARD_FILE) : named;
    if (named == null && !Files.exists(file)) {
      return;
    }
    try {
      YamlSettings.read(file).forEach(this::takeFromFile);
    } catch (IOException e) {
      problem(file.toString(), "it cannot be read.", "Name a readable file with --config.");
    } catch (IllegalStateException e) {
      problem(file.toString(), "it is not YAML: " + YamlSettings.reason(e), "Mend it there.");
    }
  }

  private void takeFromFile(String name, YamlSettings.Located located) {
    String value =
        Placeholders.resolve(
            located.value(), environment, lacking -> lacking(name, lacking, located.origin()));
    if (name.equals("server.port") || name.startsWith("inquest.")) {
      KeyList.inFile(name)
          .ifPresentOrElse(
              match -> take(match, value, located.origin()), () -> unknown(name, located.origin()));
    } else {
      other.put(name, value);
    }
  }

  private void lacking(String name, String variable, String origin) {
    problem(
        name,
        "the environment has no " + variable + " (" + origin + ").",
        "Set it, or write ${" + variable + ":…} with what holds otherwise.");
  }

  private void readEnvironment(Map<String, String> environment) {
    new TreeMap<>(environment)
        .forEach((variable, value) ->
            // Spring reads them in any case, so a foreign key in lower case is foreign as well.
            readVariable(variable.toUpperCase(Locale.ROOT), value));
  }

  private void readVariable(String variable, String value) {
    if (CALLERS_OWN.contains(variable)) {
      return;
    }
    if (variable.startsWith("INQUEST_") || variable.equals("SERVER_PORT")) {
      KeyList.inEnvironment(variable)
          .ifPresentOrElse(
              match -> take(match, value, variable), () -> unknown(variable, "environment"));
    } else if (variable.startsWith("SPRING_DATASOURCE_")) {
      takeDatasource(variable, value);
    } else if (PAST_THE_CHECKS.contains(variable)) {
      problem(
          variable,
          "it would give a process keys that nothing here has checked.",
          "Write them into inquest.yml or give each by its own variable.");
    }
  }

  private void takeDatasource(String variable, String value) {
    String name = variable.substring("SPRING_DATASOURCE_".length());
    if (name.endsWith("_FILE")) {
      String content = content(Path.of(value), variable);
      if (content != null) {
        other.put("spring.datasource." + lower(name.replace("_FILE", "")), content);
      }
    } else {
      other.put("spring.datasource." + lower(name), value);
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void take(KeyList.Match match, String value, String origin) {
    String resolved = match.file() ? content(Path.of(value), origin) : value;
    if (resolved != null) {
      own.put(match.name(), new Setting(match.name(), resolved, origin, match.key()));
    }
  }

  private @Nullable String content(Path file, String origin) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      problem(
          origin,
          "the secret file " + file + " cannot be read.",
          "Create it, or correct the path.");
      return null;
    }
  }

  private void unknown(String name, String origin) {
    String canonical = name.startsWith("INQUEST_") ? lower(name).replace('-', '.') : name;
    problem(
        name,
        "there is no such key (" + origin + ").",
        "Remove it; did you mean " + KeyList.nearest(canonical) + "?");
  }

  private void problem(String key, String problem, String fix) {
    problems.add(new ConfigProblem(key, problem, fix));
  }
}
