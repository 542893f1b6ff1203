package dev.inquest.evidence;

/**
 * What decides a trace's stratum, read off its spans in one pass.
 *
 * @param startNanos of the first span, since the epoch
 * @param durationNanos from the start of the first span to the end of the last
 * @param failed whether any span did
 */
record TraceOutline(long startNanos, long durationNanos, boolean failed) {
  static TraceOutline of(SampledTrace trace) {
    long start = trace.spans().getFirst().startNanos();
    long end = start;
    boolean failed = false;
    for (Span span : trace.spans()) {
      end = Math.max(end, span.endNanos());
      failed |= span.error();
    }
    return new TraceOutline(start, end - start, failed);
  }
}
