package dev.inquest.playbooks.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines of UTF-8 text, ended by {@code \n} or the end; none longer than a limit. Not thread-safe.
 */
final class BoundedLines {
  private static final int BUFFER_CHARACTERS = 1 << 16;
  private static final int MAX_LINE_CHARACTERS = 1 << 16;

  private final Reader reader;
  private final String file;
  private final char[] buffer = new char[BUFFER_CHARACTERS];
  private int position;
  private int end;
  private long number;

  BoundedLines(InputStream in, String file) {
    this.reader = new InputStreamReader(in, StandardCharsets.UTF_8);
    this.file = file;
  }

  /** The number of the line last returned, from 1. */
  long number() {
    return number;
  }

  /** The next line without its end; null where there is none. */
  @Nullable String next() {
    StringBuilder line = new StringBuilder();
    boolean any = false;
    while (fill()) {
      any = true;
      int newline = newline();
      line.append(buffer, position, newline - position);
      position = newline + 1;
      if (line.length() > MAX_LINE_CHARACTERS) {
        throw Malformed.at(file, number + 1, "longer than " + MAX_LINE_CHARACTERS + " characters");
      }
      if (newline < end) {
        break;
      }
    }
    number++;
    return any ? line.toString() : null;
  }

  /** Whether there is something to read. */
  private boolean fill() {
    if (position < end) {
      return true;
    }
    try {
      position = 0;
      end = Math.max(0, reader.read(buffer, 0, buffer.length));
      return end > 0;
    } catch (IOException e) {
      throw Malformed.at(file, number + 1, "cannot be read: " + e.getMessage(), e);
    }
  }

  /** The index of the next line's end in the buffer, or the buffer's end. */
  private int newline() {
    for (int i = position; i < end; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return end;
  }
}
