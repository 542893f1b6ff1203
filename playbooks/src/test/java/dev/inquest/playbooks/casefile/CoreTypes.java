package dev.inquest.playbooks.casefile;

import dev.inquest.alert.Alert;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every class of the core, found where its compiled form lies: a folder or a jar. */
final class CoreTypes {
  private CoreTypes() {}

  static List<Class<?>> all() throws IOException, URISyntaxException {
    URI home = Alert.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    if (Files.isDirectory(Path.of(home))) {
      return in(Path.of(home));
    }
    try (FileSystem jar = FileSystems.newFileSystem(Path.of(home), Map.of())) {
      return in(jar.getPath("/"));
    }
  }

  private static List<Class<?>> in(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.startsWith("dev/inquest/") && name.endsWith(".class"))
          .filter(name -> !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .sorted()
          .<Class<?>>map(CoreTypes::load)
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, CoreTypes.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new LinkageError(name, e);
    }
  }
}
