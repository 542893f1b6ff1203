package dev.inquest.lab.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The shop's repository as it is before anything happens. */
final class ShopFiles {
  private ShopFiles() {}

  /** Everything but the migrations, by path. */
  static Map<String, String> base(String service) {
    Map<String, String> files = new LinkedHashMap<>();
    read("files.txt").lines().forEach(path -> files.put(path, read(path)));
    files.computeIfPresent("shop.properties", (path, text) -> text.replace("@service@", service));
    return files;
  }

  static String migration(String name) {
    return read("migrations/" + name + ".sql");
  }

  private static String read(String path) {
    try (InputStream in = ShopFiles.class.getResourceAsStream("/shop/" + path)) {
      if (in == null) {
        throw new IllegalStateException("the lab's jar lacks shop/" + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
