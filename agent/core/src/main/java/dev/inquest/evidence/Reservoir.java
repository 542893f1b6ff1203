package dev.inquest.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** One stratum while it is drawn: of its traces those with the smallest hashes. */
final class Reservoir {
  private static final Comparator<Member> BY_HASH =
      Comparator.comparingLong(Member::hash).thenComparing(Member::id);

  private final String name;
  private final PriorityQueue<Member> largestFirst = new PriorityQueue<>(BY_HASH.reversed());
  private int expected;

  Reservoir(String name) {
    this.name = name;
  }

  /** To be called once for every trace that will be offered. */
  void expectOne() {
    expected++;
  }

  int expected() {
    return expected;
  }

  /**
   * @param hash of its id and the draw's seed
   */
  void offer(SampledTrace trace, long hash, int size) {
    if (largestFirst.size() < size) {
      largestFirst.add(new Member(hash, trace));
      return;
    }
    Member largest = largestFirst.peek();
    if (largest == null || hash > largest.hash()) {
      return;
    }
    Member member = new Member(hash, trace);
    if (BY_HASH.compare(member, largest) < 0) {
      largestFirst.poll();
      largestFirst.add(member);
    }
  }

  /** Each stands for as many as there are to one that was kept. */
  void drainTo(List<SampledTrace> drawn) {
    double weight = (double) expected / largestFirst.size();
    largestFirst.stream()
        .sorted(BY_HASH)
        .map(Member::trace)
        .forEach(t -> drawn.add(new SampledTrace(t.spans(), t.weight() * weight, name)));
  }

  private record Member(long hash, SampledTrace trace) {
    String id() {
      return trace.spans().getFirst().traceId();
    }
  }
}
