package dev.inquest.playbooks.evolve.guard;

import dev.inquest.analysis.Binomial;
import dev.inquest.playbooks.arena.Pair;
import java.util.List;

/**
 * McNemar's exact test for harm: of the pairs in which just one was right, as many or more lost by
 * chance alone, P(Bin(b + c, ½) ≥ b) (McNemar, 1947; exact as in Liddell, 1983).
 */
final class McNemar {
  private static final double LEVEL = 0.05;

  private McNemar() {}

  /**
   * @param b pairs that only the incumbent had right
   * @param c pairs that only the candidate had right
   */
  static double harm(int b, int c) {
    return Binomial.atLeast(b, b + c, 0.5);
  }

  static GuardCheck test(String name, List<Pair> pairs) {
    int lost = (int) pairs.stream().filter(McNemar::lost).count();
    int won = (int) pairs.stream().filter(p -> lost(p.swapped())).count();
    double p = harm(lost, won);
    double gain = pairs.isEmpty() ? 0 : (won - lost) / (double) pairs.size();
    return new GuardCheck(name, pairs.size(), gain, p, LEVEL, p >= LEVEL);
  }

  static boolean lost(Pair pair) {
    return pair.incumbent().right() && !pair.candidate().right();
  }
}
