package dev.inquest.lab.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's files, wherever in it a test is run. */
public final class Checkout {
  private static final List<String> PRODUCT =
      List.of("agent/core", "agent/app", "approval-gate", "connectors", "playbooks");

  private Checkout() {}

  public static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("helm/inquest"))) {
      Path parent = here.getParent();
      if (parent == null) {
        throw new IllegalStateException("not run inside the project");
      }
      here = parent;
    }
    return here;
  }

  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(String file) {
    return read(root().resolve(file));
  }

  /** Every file of the product's main sources with that ending. */
  static List<Path> sources(String ending) {
    return PRODUCT.stream()
        .flatMap(module -> files(root().resolve(module + "/src/main"), ending).stream())
        .toList();
  }

  /** Every file below a folder with that ending, sorted. */
  static List<Path> files(Path folder, String ending) {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
