package dev.inquest.playbooks.simulation;

import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A bounded sample of requests, walked over the calls with each step's times and failures. */
final class Walks {
  private static final int MOST = 120;
  private static final int LEAST = 80;

  private Walks() {}

  /** In order of their start; half of them from since the fault began. */
  static List<SampledTrace> sample(Dice dice, Incident incident) {
    List<Part> entries =
        incident
            .world()
            .parts(
                p -> p.arrivals() > 0 || p.kind() == dev.inquest.topology.Topology.NodeKind.QUEUE);
    int wanted = dice.between(LEAST, MOST);
    int onset = Math.min(incident.time().onset(), incident.end() * 3 / 4);
    List<SampledTrace> traces = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      boolean late = i % 2 == 0 && incident.end() > onset;
      int step = late ? onset + dice.below(incident.end() - onset) : dice.below(Math.max(1, onset));
      Part entry = entries.get(dice.below(entries.size()));
      List<Span> spans = new Walk(dice, incident, step).from(entry);
      if (!spans.isEmpty()) {
        spans.sort(Comparator.comparingLong(Span::startNanos).thenComparing(Span::spanId));
        traces.add(new SampledTrace(spans, 1, ""));
      }
    }
    traces.sort(
        Comparator.comparingLong((SampledTrace t) -> t.spans().getFirst().startNanos())
            .thenComparing(t -> t.spans().getFirst().traceId()));
    return traces;
  }
}
