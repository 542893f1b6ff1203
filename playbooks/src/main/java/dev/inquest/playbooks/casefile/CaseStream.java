package dev.inquest.playbooks.casefile;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a case's file, gzip undone where they begin with its magic number, and never more
 * than {@link #MAX_BYTES}: a bomb fails, it does not fill the memory.
 */
final class CaseStream extends FilterInputStream {
  /** Decompressed. */
  static final long MAX_BYTES = 1L << 30;

  private static final int BUFFER_BYTES = 1 << 16;

  private final String file;
  private long left = MAX_BYTES;

  private CaseStream(InputStream in, String file) {
    super(in);
    this.file = file;
  }

  static InputStream open(byte[] bytes, String file) {
    return open(new ByteArrayInputStream(bytes), file);
  }

  /** Closing the result closes the stream given. */
  static InputStream open(InputStream raw, String file) {
    BufferedInputStream in = new BufferedInputStream(raw, BUFFER_BYTES);
    try {
      in.mark(2);
      boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
      in.reset();
      return new CaseStream(gzip ? new GZIPInputStream(in, BUFFER_BYTES) : in, file);
    } catch (IOException e) {
      throw Malformed.at(file, 0, "cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one >= 0) {
      spend(1);
    }
    return one;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    if (read > 0) {
      spend(read);
    }
    return read;
  }

  private void spend(int bytes) {
    left -= bytes;
    if (left < 0) {
      throw Malformed.at(file, 0, "is larger than " + MAX_BYTES + " bytes");
    }
  }
}
