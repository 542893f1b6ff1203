package dev.inquest.evidence;

import java.util.List;

/**
 * A trace drawn from a stratum.
 *
 * @param spans in order of their start; never empty
 * @param weight 1/p, p the probability with which it was drawn (Horvitz and Thompson, 1952)
 * @param stratum e.g. {@code 2026-07-11T13:31/error/slow}: time slice, status, latency band
 */
public record SampledTrace(List<Span> spans, double weight, String stratum) {
  public SampledTrace {
    spans = List.copyOf(spans);
    if (spans.isEmpty() || !(weight >= 1)) {
      throw new IllegalArgumentException("a sampled trace has spans and a weight of at least 1");
    }
  }
}
