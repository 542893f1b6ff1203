package dev.inquest.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/** A YAML file as flat names with their lines. */
final class YamlSettings {
  private static final long MAX_BYTES = 4L << 20;

  /** A value and the place it stands at, {@code file:line}. */
  record Located(String value, String origin) {}

  private YamlSettings() {}

  /**
   * @throws IOException where the file cannot be read
   * @throws IllegalStateException where it is not YAML
   */
  static Map<String, Located> read(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IllegalStateException("it is larger than " + MAX_BYTES + " bytes");
    }
    Map<String, Located> found = new LinkedHashMap<>();
    for (PropertySource<?> source : parse(file)) {
      if (source instanceof EnumerablePropertySource<?> flat) {
        for (String name : flat.getPropertyNames()) {
          Object value = flat.getProperty(name);
          if (value != null && !value.toString().isEmpty()) {
            found.put(name, new Located(value.toString(), origin(file, source, name)));
          }
        }
      }
    }
    return found;
  }

  private static Iterable<PropertySource<?>> parse(Path file) throws IOException {
    try {
      return new YamlPropertySourceLoader()
          .load(file.toString(), new FileSystemResource(file.toFile()));
    } catch (RuntimeException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String origin(Path file, PropertySource<?> source, String name) {
    if (OriginLookup.getOrigin(source, name) instanceof TextResourceOrigin text
        && text.getLocation() != null) {
      return file.getFileName() + ":" + (text.getLocation().getLine() + 1);
    }
    return String.valueOf(file.getFileName());
  }

  /** The parser's complaint without the values it quotes. */
  static String reason(IllegalStateException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof org.yaml.snakeyaml.error.MarkedYAMLException marked
        && marked.getProblemMark() != null) {
      return "line " + (marked.getProblemMark().getLine() + 1) + ", " + marked.getProblem() + ".";
    }
    return String.valueOf(failure.getMessage());
  }
}
