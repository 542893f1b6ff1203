package dev.inquest.app.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Bytes in memory, compressed. */
final class Gzip {
  private Gzip() {}

  static byte[] compress(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return out.toByteArray();
  }

  /**
   * @param expectedBytes what was compressed; more is refused
   */
  static byte[] expand(byte[] gzip, long expectedBytes) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      byte[] bytes = in.readNBytes(Math.toIntExact(expectedBytes) + 1);
      if (bytes.length != expectedBytes) {
        throw new IOException("not the stored length");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("stored evidence is damaged", e);
    }
  }
}
