package dev.inquest.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** One stratum while it is drawn: of its traces those with the smallest hashes. */
final class Reservoir {
  private static final Comparator<Member> BY_HASH =
      Comparator.comparingLong(Member::hash).thenComparing(Member::id);

  private final String name;
  private final long seed;
  private final PriorityQueue<Member> largestFirst = new PriorityQueue<>(BY_HASH.reversed());
  private int expected;

  Reservoir(String name, long seed) {
    this.name = name;
    this.seed = seed;
  }

  /** To be called once for every trace that will be offered. */
  void expectOne() {
    expected++;
  }

  int expected() {
    return expected;
  }

  void offer(SampledTrace trace, int size) {
    String id = trace.spans().getFirst().traceId();
    Member member = new Member(SeededHash.of(id, seed), id, trace);
    if (largestFirst.size() < size) {
      largestFirst.add(member);
    } else if (BY_HASH.compare(member, largestFirst.peek()) < 0) {
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

  private record Member(long hash, String id, SampledTrace trace) {}
}
