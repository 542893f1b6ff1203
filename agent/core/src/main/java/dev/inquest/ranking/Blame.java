package dev.inquest.ranking;

import dev.inquest.analysis.Held;
import dev.inquest.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Explains victims away. What a node loses (seconds or failures, times its requests) is its own
 * only as far as what it calls does not lose as much: a caller suffers from its callee.
 */
final class Blame {
  private final Topology topology;
  private final Map<String, Double> rates;
  private final Set<String> alerting;
  private final Set<String> reachable;

  /**
   * @param rates requests of each node, in one unit; used only where every ill node has one
   */
  Blame(Topology topology, Map<String, Double> rates, Set<String> alerting, Set<String> reachable) {
    this.topology = topology;
    this.rates = rates;
    this.alerting = alerting;
    this.reachable = reachable;
  }

  List<Sign> apply(List<Sign> signs) {
    Map<String, Double> slow = lost(of(signs, Aspect.LATENCY));
    List<Sign> result = new ArrayList<>();
    for (Aspect aspect : Aspect.values()) {
      List<Sign> own = of(signs, aspect);
      if (aspect == Aspect.SATURATION) {
        own.forEach(s -> result.add(waiting(s, slow)));
      } else {
        result.addAll(aspect.spreads() ? explained(own) : own);
      }
    }
    return result;
  }

  private static List<Sign> of(List<Sign> signs, Aspect aspect) {
    return signs.stream().filter(s -> s.aspect() == aspect).toList();
  }

  /** What is held while a slow callee is waited for is no shortage of who holds it. */
  private Sign waiting(Sign sign, Map<String, Double> slow) {
    if (!sign.worse() || !Held.counts(sign.indicator())) {
      return sign;
    }
    boolean itself = slow.getOrDefault(sign.service(), 0.0) > 0;
    double waited =
        itself
            ? explained(sign.service(), slow)
            : callees(sign.service()).anyMatch(c -> slow.getOrDefault(c, 0.0) > 0) ? 1 : 0;
    return sign.with(sign.share(), waited);
  }

  private List<Sign> explained(List<Sign> signs) {
    Map<String, Double> lost = lost(signs);
    double total = total(lost);
    return signs.stream()
        .map(s -> {
          Double amount = s.worse() ? lost.get(s.service()) : null;
          return amount == null || total <= 0
              ? s
              : s.with(amount / total, explained(s.service(), lost));
        })
        .toList();
  }

  /** What each ill node loses; the largest of its signs, which tell of the same requests. */
  private Map<String, Double> lost(List<Sign> signs) {
    Map<String, Double> lost = new HashMap<>();
    boolean weighed = signs.stream().allMatch(s -> rates.containsKey(s.service()));
    for (Sign s : signs) {
      if (s.worse()) {
        double rate = weighed ? rates.getOrDefault(s.service(), 1.0) : 1;
        lost.merge(s.service(), Math.max(0, s.after() - s.before()) * rate, Math::max);
      }
    }
    return lost;
  }

  /** What the alerting services lose, or where they show nothing, the most that any below does. */
  private double total(Map<String, Double> lost) {
    double felt = alerting.stream().mapToDouble(a -> lost.getOrDefault(a, 0.0)).max().orElse(0);
    if (felt > 0) {
      return felt;
    }
    return lost.entrySet().stream()
        .filter(e -> reachable.isEmpty() || reachable.contains(e.getKey()))
        .mapToDouble(Map.Entry::getValue)
        .max()
        .orElse(0);
  }

  private double explained(String node, Map<String, Double> lost) {
    double below = callees(node).mapToDouble(c -> lost.getOrDefault(c, 0.0) * part(node, c)).sum();
    double own = lost.getOrDefault(node, 0.0);
    return own <= 0 ? 0 : Math.min(1, below / own);
  }

  private Stream<String> callees(String node) {
    return topology.calleesOf(node).stream().filter(callee -> !callee.equals(node));
  }

  /** The part of the callee's requests that come from this caller. */
  private double part(String caller, String callee) {
    double all = 0;
    for (String other : topology.callersOf(callee)) {
      Double rate = rate(other);
      if (rate == null) {
        return 1;
      }
      all += rate;
    }
    Double mine = rate(caller);
    return mine == null || all <= 0 ? 1 : mine / all;
  }

  private @Nullable Double rate(String node) {
    return rates.get(node);
  }
}
