package dev.inquest.playbooks.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.util.Iterator;
import java.util.stream.Stream;

/** OTLP lines that are made while they are read: as many as one likes need no memory. */
final class ManyLines extends InputStream {
  private final Iterator<String> lines;
  private byte[] line = {};
  private int at;

  ManyLines(Stream<String> lines) {
    this.lines = lines.iterator();
  }

  static String span(int trace, int span) {
    return """
    {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name",\
    "value":{"stringValue":"s%d"}}]},"scopeSpans":[{"spans":[{"traceId":"%032x",\
    "spanId":"%016x","name":"call","startTimeUnixNano":"%d000","endTimeUnixNano":"%d999",\
    "attributes":[{"key":"k","value":{"stringValue":"v%d"}}]}]}]}]}
    """
        .formatted(span, trace + 1, trace * 8L + span + 1, trace + 1, trace + 1, trace);
  }

  /**
   * @param rest further fields, each after a comma
   */
  static String log(int number, int severity, String rest) {
    return """
    {"resourceLogs":[{"scopeLogs":[{"logRecords":[{"severityNumber":%d,\
    "body":{"stringValue":"record %d"}%s}]}]}]}
    """
        .formatted(severity, number, rest);
  }

  @Override
  public int read() {
    return more() ? line[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (!more()) {
      return -1;
    }
    int count = Math.min(length, line.length - at);
    System.arraycopy(line, at, into, offset, count);
    at += count;
    return count;
  }

  private boolean more() {
    if (at == line.length && lines.hasNext()) {
      line = lines.next().getBytes(UTF_8);
      at = 0;
    }
    return at < line.length;
  }
}
