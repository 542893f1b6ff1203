package dev.inquest.app.recorder;

import java.time.Duration;

/**
 * {@code inquest.recorder.*}.
 *
 * @param maxBytes of all segments together
 * @param segmentBytes of one segment
 * @param maxRequestBytes of one request's body, unpacked
 * @param maxAge older telemetry is refused, as is telemetry of the future
 */
public record RecorderLimits(
    long maxBytes, long segmentBytes, int maxRequestBytes, Duration maxAge) {
  public static final RecorderLimits DEFAULT =
      new RecorderLimits(2L << 30, 16L << 20, 16 << 20, Duration.ofDays(31));

  public RecorderLimits {
    if (segmentBytes <= 0 || maxBytes < 8 * segmentBytes || maxRequestBytes <= 0) {
      throw new IllegalArgumentException(
          "the recorder needs room for at least 8 segments, and positive sizes");
    }
  }
}
