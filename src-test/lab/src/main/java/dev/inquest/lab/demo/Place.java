package dev.inquest.lab.demo;

import dev.inquest.lab.serve.Access;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** The folders of a run. */
record Place(Path folder) {
  Place {
    folder = folder.toAbsolutePath().normalize();
  }

  Path work() {
    return folder.resolve("work");
  }

  Path logs() {
    return folder.resolve("logs");
  }

  Path journal() {
    return folder.resolve("journal.json");
  }

  Path result() {
    return folder.resolve("result.json");
  }

  Path repository() {
    return folder.resolve("repository");
  }

  Path caseFolder() {
    return folder.resolve("case");
  }

  Path report(String format) {
    return folder.resolve("report." + format);
  }

  Access.Folders inquest() {
    return new Access.Folders(
        work().resolve("inquest"),
        work().resolve("inquest.yml"),
        work().resolve("password"),
        logs().resolve("inquest.log"));
  }

  /** Removes what an earlier run left, and nothing else. */
  void clear() throws IOException {
    for (Path old : List.of(work(), logs(), repository(), caseFolder())) {
      remove(old);
    }
    for (String format : List.of("html", "md", "json")) {
      Files.deleteIfExists(report(format));
    }
    Files.deleteIfExists(journal());
    Files.deleteIfExists(result());
  }

  void create() throws IOException {
    Files.createDirectories(logs());
    Files.createDirectories(work());
  }

  static void remove(Path tree) throws IOException {
    if (Files.notExists(tree)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path folder, @org.jspecify.annotations.Nullable IOException error)
              throws IOException {
            if (error != null) {
              throw error;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
