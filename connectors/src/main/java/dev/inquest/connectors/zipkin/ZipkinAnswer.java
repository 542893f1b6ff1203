package dev.inquest.connectors.zipkin;

import dev.inquest.evidence.Span;
import java.util.List;

/**
 * What one query gave.
 *
 * @param traces spans of each in order of their start; none is empty
 * @param full whether there may be more than were given
 * @param unreadable spans without an id, a time or a service
 */
record ZipkinAnswer(List<List<Span>> traces, boolean full, int unreadable) {
  ZipkinAnswer {
    traces = List.copyOf(traces);
  }

  /** More than may be read at once. */
  static ZipkinAnswer tooLong() {
    return new ZipkinAnswer(List.of(), true, 0);
  }
}
