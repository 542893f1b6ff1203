package dev.inquest.patient;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one checkout of the shop's repository makes a process do. */
record Release(Properties settings, List<Endpoint> endpoints) {
  Release {
    endpoints = List.copyOf(endpoints);
  }

  /**
   * Reads {@code shop.properties}, {@code queries/*.sql} and {@code endpoints/*.properties}.
   *
   * @throws IOException where the checkout lacks one of them
   */
  static Release read(Path checkout) throws IOException {
    Map<String, Statement> statements =
        files(checkout.resolve("queries"), ".sql").stream()
            .collect(Collectors.toMap(Release::stem, Release::statement, (a, b) -> a));
    List<Endpoint> endpoints =
        files(checkout.resolve("endpoints"), ".properties").stream()
            .map(file -> endpoint(file, statements))
            .toList();
    return new Release(properties(checkout.resolve("shop.properties")), endpoints);
  }

  String text(String key) {
    String value = settings.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException("shop.properties lacks " + key);
    }
    return value;
  }

  int number(String key) {
    return Integer.parseInt(text(key));
  }

  private static Endpoint endpoint(Path file, Map<String, Statement> statements) {
    Properties properties = read(file, Release::properties);
    List<Statement> used =
        Arrays.stream(properties.getProperty("statements").split(","))
            .map(String::strip)
            .map(name -> known(statements, name, file))
            .toList();
    return new Endpoint(
        stem(file), properties.getProperty("method"), properties.getProperty("path"), used);
  }

  private static Statement known(Map<String, Statement> statements, String name, Path file) {
    Statement statement = statements.get(name);
    if (statement == null) {
      throw new IllegalArgumentException(file.getFileName() + " uses unknown statement " + name);
    }
    return statement;
  }

  private static Statement statement(Path file) {
    return Statement.parse(stem(file), read(file, Files::readString));
  }

  private static List<Path> files(Path folder, String suffix) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }

  private static Properties properties(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }

  private static String stem(Path file) {
    return String.valueOf(file.getFileName()).replaceAll("\\.[a-z]+$", "");
  }

  private static <T> T read(Path file, Reading<T> reading) {
    try {
      return reading.of(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot read " + file, e);
    }
  }

  /** A function of a file that may fail to read. */
  private interface Reading<T> {
    T of(Path file) throws IOException;
  }
}
