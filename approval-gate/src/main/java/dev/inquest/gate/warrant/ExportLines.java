package dev.inquest.gate.warrant;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lines of an export, each bounded, ended by one line feed, and valid UTF-8. Not thread-safe. */
final class ExportLines {
  private static final int MAX_LINE_BYTES = 64 * 1024;

  private final InputStream in;
  private long number;
  private @Nullable IOException failure;

  ExportLines(InputStream in) {
    this.in = in;
  }

  /** A line that no export has. */
  static final class BadLine extends RuntimeException {
    private final long line;

    BadLine(long line, String why, @Nullable Throwable cause) {
      super(why, cause);
      this.line = line;
    }

    /** Counted from 1. */
    long line() {
      return line;
    }

    String why() {
      return String.valueOf(getMessage());
    }
  }

  /** Of the line that was read last. */
  BadLine bad(String why) {
    return new BadLine(number, why, null);
  }

  /** Empty at the end. */
  Optional<String> next() throws IOException {
    number++;
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        if (line.size() == 0) {
          return Optional.empty();
        }
        throw bad("the line is cut off");
      }
      if (line.size() == MAX_LINE_BYTES) {
        throw bad("the line is too long");
      }
      line.write(read);
    }
    return Optional.of(text(line.toByteArray()));
  }

  /** For streams; what it failed with is kept for {@link #rethrow()}. */
  Optional<String> nextUnchecked() {
    try {
      return next();
    } catch (IOException e) {
      failure = e;
      return Optional.empty();
    }
  }

  void rethrow() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  private String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new BadLine(number, "the line is not UTF-8", e);
    }
  }
}
