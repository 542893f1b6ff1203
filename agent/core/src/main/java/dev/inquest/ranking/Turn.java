package dev.inquest.ranking;

import dev.inquest.evidence.Span;
import dev.inquest.ranking.Paths.State;
import java.util.Comparator;
import java.util.List;

/** A step that follows another. */
record Turn(State state, String to) implements Comparable<Turn> {
  private static final Comparator<Turn> ORDER =
      Comparator.comparing(Turn::service)
          .thenComparing(Turn::operation)
          .thenComparing(Turn::from)
          .thenComparing(Turn::to);

  /** The one that a span took to the step with that index, from 1. */
  static Turn of(Span span, List<Step> steps, int at) {
    String from = steps.get(at - 1).key();
    return new Turn(new State(span.service(), span.operation(), from), steps.get(at).key());
  }

  String service() {
    return state.service();
  }

  String operation() {
    return state.operation();
  }

  String from() {
    return state.step();
  }

  @Override
  public int compareTo(Turn other) {
    return ORDER.compare(this, other);
  }
}
