package dev.inquest.app.cli.doctor;

import dev.inquest.app.config.ConfigProblem;
import dev.inquest.app.config.ServiceMaps;
import dev.inquest.app.config.Settings;
import dev.inquest.app.config.SettingsLoader;
import dev.inquest.topology.ServiceMap;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is examined.
 *
 * @param file as named; null: {@code ./inquest.yml}, where there is one
 * @param settings without those that are wrong
 * @param problems why Inquest would not start
 */
record Patient(
    Path file, boolean fileNamed, Settings settings, List<ConfigProblem> problems, Clock clock) {
  static Patient of(@Nullable Path named, SettingsLoader.Examined examined, Clock clock) {
    Path file = named == null ? Path.of(SettingsLoader.STANDARD_FILE) : named;
    return new Patient(file, named != null, examined.settings(), examined.problems(), clock);
  }

  Path home() {
    return settings.home();
  }

  ServiceMap services() {
    return ServiceMaps.of(settings);
  }

  boolean has(String key) {
    return settings.get(key).filter(value -> !value.isBlank()).isPresent();
  }

  /** Whether any key of a block is given. */
  boolean hasBlock(String prefix) {
    return settings.own().keySet().stream().anyMatch(name -> name.startsWith(prefix));
  }
}
