package dev.inquest.app.recorder;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * What is written at once: on disk {@code length, CRC-32C, payload}, the payload being {@code
 * minMillis, maxMillis, digest length, digest, body}.
 */
final class Frame {
  static final int HEADER_BYTES = 2 * Integer.BYTES;
  static final int MAX_PAYLOAD_BYTES = 96 << 20;
  private static final int FIXED_BYTES = 2 * Long.BYTES + Integer.BYTES;

  private final long minMillis;
  private final long maxMillis;
  private final byte[] digest;
  private final byte[] body;

  /**
   * @param minMillis earliest time in it, epoch
   * @param maxMillis latest time in it
   * @param digest what queries look at before they parse the body
   * @param body an OTLP request, protobuf
   */
  Frame(long minMillis, long maxMillis, byte[] digest, byte[] body) {
    this.minMillis = minMillis;
    this.maxMillis = maxMillis;
    this.digest = digest;
    this.body = body;
  }

  long minMillis() {
    return minMillis;
  }

  long maxMillis() {
    return maxMillis;
  }

  byte[] digest() {
    return digest;
  }

  byte[] body() {
    return body;
  }

  boolean overlaps(long fromMillis, long toMillis) {
    return maxMillis >= fromMillis && minMillis < toMillis;
  }

  /** Header and payload, ready to be written. */
  ByteBuffer encoded() {
    int length = FIXED_BYTES + digest.length + body.length;
    ByteBuffer buffer = ByteBuffer.allocate(HEADER_BYTES + length);
    buffer.putInt(length).putInt(0);
    buffer.putLong(minMillis).putLong(maxMillis).putInt(digest.length).put(digest).put(body);
    buffer.putInt(Integer.BYTES, crc(buffer.array(), HEADER_BYTES, length));
    return buffer.flip();
  }

  /** The frame in a payload, or null where the checksum or the lengths do not fit. */
  static @org.jspecify.annotations.Nullable Frame decoded(byte[] payload, int crc) {
    if (payload.length < FIXED_BYTES || crc(payload, 0, payload.length) != crc) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.wrap(payload);
    long min = buffer.getLong();
    long max = buffer.getLong();
    int digestLength = buffer.getInt();
    if (digestLength < 0 || digestLength > buffer.remaining()) {
      return null;
    }
    byte[] digest = new byte[digestLength];
    buffer.get(digest);
    byte[] body = new byte[buffer.remaining()];
    buffer.get(body);
    return new Frame(min, max, digest, body);
  }

  private static int crc(byte[] bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}
