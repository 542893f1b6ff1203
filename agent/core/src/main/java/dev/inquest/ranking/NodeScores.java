package dev.inquest.ranking;

import dev.inquest.analysis.Symptom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the signs of each node are worth together: the best of each aspect, added up, so that many
 * series of one kind do not count as many witnesses.
 */
final class NodeScores {
  private final RankSettings.Weights weights;
  private final Set<String> symptoms;
  private final Set<String> reachable;
  private final boolean traced;

  /** A sign and what it is worth. */
  record Weighed(Sign sign, double weight) {}

  /** A node, its best instance and its signs, the weightiest of each aspect first. */
  record Scored(String service, @Nullable String instance, double score, List<Weighed> signs) {}

  /**
   * @param symptoms the alert's, as words; empty where it names none
   * @param reachable from the alerting services along calls; empty where no calls are known
   * @param traced whether traces tell of requests; where they do, a service they never meet gains
   *     nothing by that
   */
  NodeScores(
      RankSettings.Weights weights, Set<String> symptoms, Set<String> reachable, boolean traced) {
    this.weights = weights;
    this.symptoms = symptoms;
    this.reachable = reachable;
    this.traced = traced;
  }

  /** Highest first; nodes without any weight are left out. */
  List<Scored> of(List<Sign> signs) {
    SortedMap<String, List<Weighed>> byNode = new TreeMap<>();
    for (Sign sign : signs) {
      byNode
          .computeIfAbsent(sign.service(), k -> new ArrayList<>())
          .add(new Weighed(sign, weight(sign)));
    }
    List<Scored> scored = new ArrayList<>();
    byNode.forEach((service, own) -> scored.add(score(service, own)));
    scored.removeIf(s -> s.score() <= 0);
    scored.sort(
        Comparator.comparingDouble((Scored s) -> -s.score()).thenComparing(Scored::service));
    return scored;
  }

  private static Scored score(String service, List<Weighed> own) {
    own.sort(
        Comparator.comparingDouble((Weighed w) -> -w.weight())
            .thenComparing(w -> w.sign().indicator()));
    Map<Aspect, Weighed> best = new EnumMap<>(Aspect.class);
    own.forEach(w -> best.putIfAbsent(w.sign().aspect(), w));
    double score = best.values().stream().mapToDouble(Weighed::weight).sum();
    List<Weighed> shown =
        best.values().stream()
            .sorted(Comparator.comparingDouble((Weighed w) -> -w.weight()))
            .toList();
    return new Scored(service, instance(own), score, shown);
  }

  /** The instance whose signs weigh most, where any sign is an instance's. */
  private static @Nullable String instance(List<Weighed> own) {
    SortedMap<String, Double> sums = new TreeMap<>();
    for (Weighed w : own) {
      String instance = w.sign().instance();
      if (instance != null) {
        sums.merge(instance, w.weight(), Double::sum);
      }
    }
    return sums.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private double weight(Sign sign) {
    double size = StrictMath.log1p(Math.min(weights.cap(), Math.abs(sign.effect())));
    double share = StrictMath.sqrt(Math.max(weights.leastShare(), sign.share()));
    return weights.of(sign.aspect())
        * size
        * share
        * (1 - sign.explained())
        * (sign.worse() ? 1 : weights.wrongWay())
        * circumstances(sign);
  }

  private double circumstances(Sign sign) {
    double factor =
        reachable.isEmpty() || reachable.contains(sign.service()) ? 1 : weights.unreachable();
    boolean felt = sign.aspect() == Aspect.ERROR || sign.aspect() == Aspect.LATENCY;
    boolean fromMetric = sign.onset() != null;
    if (felt && fromMetric && traced) {
      factor *= weights.beneath();
    }
    if (felt && otherSymptom(sign.aspect())) {
      factor *= weights.otherSymptom();
    }
    return factor;
  }

  private boolean otherSymptom(Aspect aspect) {
    boolean tells =
        symptoms.contains(Symptom.ERROR.word()) || symptoms.contains(Symptom.LATENCY.word());
    return tells && !symptoms.contains(aspect.word());
  }
}
