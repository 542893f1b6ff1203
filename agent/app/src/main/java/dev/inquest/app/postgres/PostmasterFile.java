package dev.inquest.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server's {@code postmaster.pid}: line 1 the process, line 8 its state (PostgreSQL, {@code
 * miscinit.c}).
 */
record PostmasterFile(long pid, boolean ready) {
  private static final int STATE_LINE = 7;

  static Path in(Path data) {
    return data.resolve("postmaster.pid");
  }

  static Optional<PostmasterFile> read(Path data) throws IOException {
    try {
      List<String> lines = Files.readAllLines(in(data));
      if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
        return Optional.empty();
      }
      boolean ready = lines.size() > STATE_LINE && lines.get(STATE_LINE).strip().equals("ready");
      return Optional.of(new PostmasterFile(Long.parseLong(lines.getFirst().strip()), ready));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
