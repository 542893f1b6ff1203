package dev.inquest.evidence;

import java.util.List;

/**
 * @param query what was really asked, such that the same can be asked again
 * @param seen how many traces the sample stands for, as far as the source knows
 */
public record TraceAnswer(
    String query, List<SampledTrace> traces, long seen, List<String> warnings) {
  public TraceAnswer {
    traces = List.copyOf(traces);
    warnings = List.copyOf(warnings);
  }
}
