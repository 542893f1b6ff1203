package dev.inquest.playbooks.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** A folder of a case, or of a data set. Files may be gzipped ({@code .gz}). */
record CaseFolder(Path path) {
  private static final int MAX_CASES = 100_000;

  /** Itself where it is a case, else the cases in it, in order of their names. */
  List<Path> cases() {
    if (isCase(path)) {
      return List.of(path);
    }
    try (Stream<Path> inside = Files.list(path)) {
      List<Path> cases = inside.filter(CaseFolder::isCase).sorted().limit(MAX_CASES).toList();
      if (cases.isEmpty()) {
        throw Malformed.at(shown(), 0, "holds neither a case nor a data set");
      }
      return cases;
    } catch (IOException e) {
      throw Malformed.at(shown(), 0, "is not a folder that can be read", e);
    }
  }

  /** Reads a file of this folder, plain or gzipped; empty where there is none. */
  <T> Optional<T> read(String name, BiFunction<InputStream, String, T> reader) {
    Path plain = path.resolve(name);
    Path gzipped = path.resolve(name + ".gz");
    if (Files.exists(plain) && Files.exists(gzipped)) {
      throw Malformed.at(shown(), 0, "holds both " + name + " and " + name + ".gz");
    }
    Path file = Files.exists(plain) ? plain : gzipped;
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String shown = shown() + "/" + file.getFileName();
    try (InputStream in = CaseStream.open(Files.newInputStream(file), shown)) {
      return Optional.of(reader.apply(in, shown));
    } catch (IOException e) {
      throw Malformed.at(shown, 0, "cannot be read", e);
    }
  }

  /** The last two names of the path: a data set and a case. */
  private String shown() {
    Path full = path.toAbsolutePath().normalize();
    int names = full.getNameCount();
    return names == 0 ? full.toString() : full.subpath(Math.max(0, names - 2), names).toString();
  }

  private static boolean isCase(Path folder) {
    return Stream.of("alert.json", "case.json", "metrics.om")
        .flatMap(name -> Stream.of(name, name + ".gz"))
        .anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
  }
}
