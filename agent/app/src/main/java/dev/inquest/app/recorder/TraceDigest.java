package dev.inquest.app.recorder;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a query needs of a frame's spans to draw traces, without parsing them: services by number,
 * then a span each 27 bytes.
 */
final class TraceDigest {
  /** Sees one span. */
  interface Visitor {
    void span(
        long trace,
        long startNanos,
        long durationNanos,
        boolean error,
        boolean root,
        String service);
  }

  private static final int SPAN_BYTES = 3 * Long.BYTES + 1 + Short.BYTES;
  private static final int ERROR = 1;
  private static final int ROOT = 2;
  private static final int MAX_SERVICES = Short.MAX_VALUE;
  private static final int MAX_SERVICE_BYTES = 512;

  private TraceDigest() {}

  /** A trace's number: its id's two halves, mixed. */
  static long number(ByteString traceId) {
    ByteBuffer id = traceId.asReadOnlyByteBuffer();
    return Mix.of(id.getLong(), id.getLong());
  }

  static void read(byte[] digest, Visitor visitor) {
    ByteBuffer in = ByteBuffer.wrap(digest);
    List<String> services = new ArrayList<>();
    for (int left = in.getShort(); left > 0; left--) {
      byte[] name = new byte[in.getShort()];
      in.get(name);
      services.add(new String(name, StandardCharsets.UTF_8));
    }
    while (in.remaining() >= SPAN_BYTES) {
      long trace = in.getLong();
      long start = in.getLong();
      long duration = in.getLong();
      int flags = in.get();
      visitor.span(
          trace,
          start,
          duration,
          (flags & ERROR) != 0,
          (flags & ROOT) != 0,
          services.get(in.getShort()));
    }
  }

  /** Collects a request's spans. */
  static final class Builder {
    private final Map<String, Integer> services = new LinkedHashMap<>();
    private final ByteArrayOutputStream spans = new ByteArrayOutputStream();

    int service(String name) {
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      String cut =
          bytes.length <= MAX_SERVICE_BYTES
              ? name
              : new String(bytes, 0, MAX_SERVICE_BYTES, StandardCharsets.UTF_8);
      if (services.size() >= MAX_SERVICES) {
        throw new MalformedTelemetry("a request names too many services", null);
      }
      Integer known = services.putIfAbsent(cut, services.size());
      return known == null ? services.size() - 1 : known;
    }

    void add(
        ByteString trace, long start, long duration, boolean error, boolean root, int service) {
      ByteBuffer span = ByteBuffer.allocate(SPAN_BYTES);
      span.putLong(number(trace)).putLong(start).putLong(duration);
      span.put((byte) ((error ? ERROR : 0) | (root ? ROOT : 0))).putShort((short) service);
      spans.writeBytes(span.array());
    }

    byte[] bytes() {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(two(services.size()));
      for (String service : services.keySet()) {
        byte[] name = service.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(two(name.length));
        out.writeBytes(name);
      }
      out.writeBytes(spans.toByteArray());
      return out.toByteArray();
    }

    private static byte[] two(int value) {
      return ByteBuffer.allocate(Short.BYTES).putShort((short) value).array();
    }
  }
}
