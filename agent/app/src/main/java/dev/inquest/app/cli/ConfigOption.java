package dev.inquest.app.cli;

import dev.inquest.app.config.Settings;
import dev.inquest.app.config.SettingsLoader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --config FILE}. */
public final class ConfigOption {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Standard: ./inquest.yml, where there is one.")
  private @Nullable Path file;

  public @Nullable Path file() {
    return file;
  }

  /**
   * @throws dev.inquest.app.config.ConfigException with everything that is wrong
   */
  public Settings load() {
    return SettingsLoader.load(file, System.getenv());
  }

  /** What is right, and what is wrong. */
  public SettingsLoader.Examined examine() {
    return SettingsLoader.examine(file, System.getenv());
  }
}
