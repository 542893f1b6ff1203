package dev.inquest.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Folders for what outlives a test class, as a server that several share does; {@code @TempDir}
 * serves the rest. They lie in the build's own folder, so cleaning takes them away.
 */
public final class Scratch {
  private static final Path ALL = Path.of("target", "scratch");

  private Scratch() {}

  /**
   * A new, empty one.
   *
   * @param name what it is for, in a few letters
   */
  public static Path folder(String name) {
    try {
      return Files.createTempDirectory(Files.createDirectories(ALL), name + "-").toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
