package dev.inquest.playbooks.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Lines of UTF-8 text, ended by {@code \n} or the end; none longer than a limit. The line stands in
 * a shared buffer, so that a reader makes texts only of what it has to. Not thread-safe.
 */
final class BoundedLines {
  private static final int MAX_LINE_BYTES = 1 << 16;

  private final InputStream in;
  private final String file;
  private final byte[] buffer = new byte[2 * MAX_LINE_BYTES];
  private int from;
  private int to;
  private int position;
  private int end;
  private long number;

  BoundedLines(InputStream in, String file) {
    this.in = in;
    this.file = file;
  }

  /** The number of the line last read, from 1. */
  long number() {
    return number;
  }

  /**
   * Goes to the next line.
   *
   * @param likely what it may well begin with, without a line's end; this is compared faster than
   *     searched
   * @return whether there is one
   */
  boolean next(byte[] likely) {
    number++;
    from = position;
    to = from + (begins(likely, from) ? likely.length : 0);
    while (true) {
      while (to < end && buffer[to] != '\n') {
        to++;
      }
      if (to - from > MAX_LINE_BYTES) {
        throw Malformed.at(file, number, "longer than " + MAX_LINE_BYTES + " bytes");
      }
      if (to < end || !fill()) {
        position = Math.min(end, to + 1);
        return from < end;
      }
    }
  }

  /** The line without its end. */
  String text() {
    return new String(buffer, from, to - from, StandardCharsets.UTF_8);
  }

  boolean startsWith(byte[] prefix) {
    return to - from >= prefix.length && begins(prefix, from);
  }

  /** Reads what follows the prefix into a sample; false where it is not written plainly. */
  boolean plain(byte[] prefix, PlainSample into) {
    return into.read(buffer, from + prefix.length, to);
  }

  private boolean begins(byte[] prefix, int at) {
    return end - at >= prefix.length
        && Arrays.equals(buffer, at, at + prefix.length, prefix, 0, prefix.length);
  }

  /** Reads more behind what is left of the buffer, which moves to its front. */
  private boolean fill() {
    System.arraycopy(buffer, from, buffer, 0, end - from);
    end -= from;
    to -= from;
    from = 0;
    position = 0;
    try {
      int read = in.read(buffer, end, buffer.length - end);
      end += Math.max(0, read);
      return read > 0;
    } catch (IOException e) {
      throw Malformed.at(file, number, "cannot be read: " + e.getMessage(), e);
    }
  }
}
