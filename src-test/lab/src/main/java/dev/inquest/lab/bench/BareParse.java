package dev.inquest.lab.bench;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The least that reading a case costs: unpack, part into lines, walk the JSON; keep nothing. */
final class BareParse {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final JsonFactory JSON = new JsonFactory();

  private BareParse() {}

  /** How many lines of text and tokens of JSON a case's files hold. */
  static long tokens(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> inside = Files.list(folder)) {
      files = inside.sorted().toList();
    }
    long tokens = 0;
    for (Path file : files) {
      tokens += file(file);
    }
    return tokens;
  }

  private static long file(Path file) throws IOException {
    String name = file.getFileName().toString();
    try (BufferedReader lines = open(file, name.endsWith(".gz"))) {
      if (name.contains(".jsonl")) {
        return lines.lines().mapToLong(BareParse::walk).sum();
      }
      return name.contains(".json")
          ? walk(lines.lines().collect(Collectors.joining("\n")))
          : lines.lines().count();
    }
  }

  private static BufferedReader open(Path file, boolean gzip) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
    return new BufferedReader(
        new InputStreamReader(
            gzip ? new GZIPInputStream(in, BUFFER_BYTES) : in, StandardCharsets.UTF_8),
        BUFFER_BYTES);
  }

  private static long walk(String json) {
    long tokens = 0;
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }
}
