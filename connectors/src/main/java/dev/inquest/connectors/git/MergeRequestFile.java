package dev.inquest.connectors.git;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A merge request of a local repository: {@code merge-requests/<branch with - for />.json} inside
 * the bare repository.
 *
 * @param state {@code open}; whoever merges writes {@code merged}
 */
record MergeRequestFile(
    String branch, String target, String commit, String title, String description, String state) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Path path(Path repository, String branch) {
    return repository.resolve("merge-requests").resolve(branch.replace('/', '-') + ".json");
  }

  static Optional<MergeRequestFile> read(Path path) throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(path), MergeRequestFile.class));
    } catch (JacksonException e) {
      throw new FailureException(
          Failure.permanent(
              "source-nonsense", "local-repository", path.getFileName() + " is no merge request"));
    }
  }

  /** Whole or not at all, and on disk when this returns. */
  void write(Path path) throws IOException {
    Path folder = Files.createDirectories(path.resolveSibling(""));
    Path partial = folder.resolve("." + UUID.randomUUID() + ".partial");
    try (FileChannel out =
        FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(this));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE);
  }
}
