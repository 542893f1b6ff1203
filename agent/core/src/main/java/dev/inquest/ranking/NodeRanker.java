package dev.inquest.ranking;

import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.Evidence;
import dev.inquest.evidence.EvidenceBook;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.investigation.Cited;
import dev.inquest.investigation.Figures;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Scope;
import dev.inquest.memory.PastIncidents;
import dev.inquest.playbook.Catalogue;
import dev.inquest.ranking.NodeScores.Scored;
import dev.inquest.ranking.NodeScores.Weighed;
import dev.inquest.ranking.RankedNode.Reason;
import dev.inquest.topology.Reach;
import dev.inquest.topology.Topology.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the signs, explains victims away, ranks what is left and writes down why. */
public final class NodeRanker {
  private static final int MAX_NODES = 10;
  private static final int MAX_REASONS = 3;

  private final RankSettings settings;

  private final BurstRanker bursts;

  public NodeRanker(Catalogue catalogue, PastIncidents past) {
    this.settings = RankSettings.of(catalogue);
    this.bursts = new BurstRanker(settings, past);
  }

  /**
   * @param kept signs of the same evidence
   */
  public NodeRanking rank(
      Scope scope, Gathered gathered, @Nullable Onset onset, KeptSigns kept, EvidenceBook book) {
    return bursts
        .rank(scope, gathered, book)
        .orElseGet(() -> bySigns(scope, gathered, onset, kept, book));
  }

  private NodeRanking bySigns(
      Scope scope, Gathered gathered, @Nullable Onset onset, KeptSigns kept, EvidenceBook book) {
    Set<String> reachable = reachable(scope, gathered);
    List<Sign> signs = kept.of(settings, onset, () -> signs(scope, gathered, onset, reachable));
    NodeScores scores =
        new NodeScores(
            settings.weights(), scope.symptoms(), reachable, !gathered.traces().isEmpty());
    List<Scored> scored = scores.of(signs);
    if (scored.isEmpty() || scored.getFirst().score() < settings.verdict().leastScore()) {
      return NodeRanking.EMPTY;
    }
    List<Scored> named = scored.stream().limit(MAX_NODES).toList();
    return new NodeRanking(write(named, gathered, book), onset(scope, signs, named.getFirst()));
  }

  private List<Sign> signs(
      Scope scope, Gathered gathered, @Nullable Onset onset, Set<String> reachable) {
    Recent recent = new Recent(scope.alertedAt(), onset, settings.scan());
    Blame blame =
        new Blame(
            gathered.topology(), MetricSigns.rates(gathered, recent), scope.alerting(), reachable);
    List<Sign> signs =
        new ArrayList<>(blame.apply(new MetricSigns(settings).find(scope, gathered, recent)));
    signs.addAll(AlertSigns.of(scope.alerts()));
    Instant usual = scope.alertedAt().minus(settings.scan().recentLeast());
    Instant cut = onset != null && onset.from().isBefore(usual) ? onset.from() : usual;
    signs.addAll(new LogSigns(settings, cut).find(gathered.logs()));
    TraceSides sides =
        TraceSides.of(gathered.traces(), scope.alertedAt(), onset, settings.traces());
    if (sides.comparable()) {
      List<SpanTree> before = sides.before().stream().map(SpanTree::new).toList();
      List<SpanTree> after = sides.after().stream().map(SpanTree::new).toList();
      signs.addAll(new TimeSigns(settings).find(before, after));
      signs.addAll(new PathSigns(settings, new SpanLogs(gathered.logs())).find(before, after));
    }
    return signs;
  }

  /** Empty where no call of an alerting service is known: then nothing can be told apart by it. */
  private static Set<String> reachable(Scope scope, Gathered gathered) {
    Set<String> down = Reach.down(gathered.topology(), scope.alerting());
    return down.size() > scope.alerting().size() ? down : Set.of();
  }

  private List<RankedNode> write(List<Scored> scored, Gathered gathered, EvidenceBook book) {
    double[] probabilities = Confidence.of(scored, settings.verdict());
    List<RankedNode> nodes = new ArrayList<>();
    for (int i = 0; i < scored.size(); i++) {
      double next = i + 1 < scored.size() ? scored.get(i + 1).score() : 0;
      nodes.add(node(scored.get(i), probabilities[i], next, gathered, book));
    }
    return nodes;
  }

  private static RankedNode node(
      Scored scored, double probability, double next, Gathered gathered, EvidenceBook book) {
    List<Reason> reasons =
        scored.signs().stream()
            .limit(MAX_REASONS)
            .map(weighed -> reason(weighed, gathered, book))
            .toList();
    Sign strongest = scored.signs().getFirst().sign();
    return new RankedNode(
        scored.service(),
        scored.instance(),
        kind(scored.service(), strongest.aspect(), gathered),
        strongest.indicator(),
        scored.signs().stream()
            .map(w -> w.sign().region())
            .filter(region -> !region.isEmpty())
            .findFirst()
            .orElse(List.of()),
        scored.score(),
        probability,
        scored.score() - next,
        reasons);
  }

  private static Reason reason(Weighed weighed, Gathered gathered, EvidenceBook book) {
    Sign sign = weighed.sign();
    EvidenceKind from =
        switch (sign.aspect()) {
          case NETWORK, STRUCTURE -> EvidenceKind.TRACES;
          case LOG -> EvidenceKind.LOGS;
          case ALERT -> EvidenceKind.ALERTS;
          default -> sign.onset() == null ? EvidenceKind.TRACES : EvidenceKind.METRICS;
        };
    EvidenceKind kind =
        from == EvidenceKind.METRICS ? EvidenceKind.METRIC_SHIFT : EvidenceKind.TRACE_SHIFT;
    List<String> cited = Cited.ids(gathered, from);
    Evidence evidence =
        book.computed(
            kind,
            sign.aspect().word()
                + " sign of "
                + sign.service()
                + " "
                + sign.indicator()
                + " over "
                + String.join(",", cited),
            sign.sentence(),
            cited,
            facts(weighed));
    return new Reason(
        evidence.id(),
        sign.aspect().word(),
        weighed.weight(),
        sign.effect(),
        sign.share(),
        sign.explained());
  }

  private static Map<String, String> facts(Weighed weighed) {
    Sign sign = weighed.sign();
    Map<String, String> facts = new TreeMap<>();
    facts.put("service", sign.service());
    facts.put("instance", Objects.requireNonNullElse(sign.instance(), ""));
    facts.put("indicator", sign.indicator());
    facts.put("before", Figures.three(sign.before()));
    facts.put("after", Figures.three(sign.after()));
    facts.put("effect", Figures.three(sign.effect()));
    facts.put("share", Figures.three(sign.share()));
    facts.put("explained_by_callees", Figures.three(sign.explained()));
    facts.put("p_value", Figures.three(sign.pValue()));
    facts.put("weight", Figures.three(weighed.weight()));
    if (!sign.region().isEmpty()) {
      facts.put("region", String.join(" .. ", sign.region()));
    }
    return facts;
  }

  private static CauseKind kind(String service, Aspect aspect, Gathered gathered) {
    for (Node node : gathered.topology().nodes()) {
      if (node.id().equals(service)) {
        switch (node.kind()) {
          case DATABASE, CACHE -> {
            return CauseKind.DATABASE;
          }
          case EXTERNAL -> {
            return CauseKind.EXTERNAL;
          }
          case HOST -> {
            return CauseKind.INFRASTRUCTURE;
          }
          case SERVICE, INSTANCE, QUEUE -> {}
        }
      }
    }
    return switch (aspect) {
      case SATURATION -> CauseKind.RESOURCE;
      case NETWORK -> CauseKind.INFRASTRUCTURE;
      default -> CauseKind.DEPENDENCY;
    };
  }

  private static @Nullable Onset onset(Scope scope, List<Sign> signs, Scored first) {
    return signs.stream()
        .filter(s -> scope.alerting().contains(s.service()) && s.onset() != null && s.worse())
        .filter(s -> scope.symptoms().contains(s.aspect().word()))
        .map(Sign::onset)
        .findFirst()
        .orElseGet(() ->
            first.signs().stream()
                .map(w -> w.sign().onset())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null));
  }
}
