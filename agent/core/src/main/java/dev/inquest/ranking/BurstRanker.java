package dev.inquest.ranking;

import dev.inquest.evidence.EvidenceBook;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.investigation.Cited;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Scope;
import dev.inquest.memory.Burst;
import dev.inquest.memory.BurstPrior;
import dev.inquest.memory.Fault;
import dev.inquest.memory.PastIncidents;
import dev.inquest.memory.Recollection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Ranks places where many alarms came and nothing else could be read: by the alarms themselves and
 * by what is remembered of past incidents.
 */
final class BurstRanker {
  private static final int MAX_NODES = 10;

  private final RankSettings settings;
  private final PastIncidents past;
  private final BurstPrior prior;

  BurstRanker(RankSettings settings, PastIncidents past) {
    this.settings = settings;
    this.past = past;
    this.prior = new BurstPrior(settings.burst());
  }

  /** Empty where there is more to go by than alarms, or too few of them. */
  Optional<NodeRanking> rank(Scope scope, Gathered gathered, EvidenceBook book) {
    if (!onlyAlarms(gathered)) {
      return Optional.empty();
    }
    Burst burst = new Burst(scope.alerts(), gathered.topology());
    if (!prior.applies(burst)) {
      return Optional.empty();
    }
    List<Recollection> ranked =
        past.recall(burst, prior, settings.memory()).orElseGet(() -> prior.recall(burst)).stream()
            .sorted(
                Comparator.comparingDouble((Recollection r) -> -r.probability())
                    .thenComparingInt(r -> -burst.alarms(r.place()))
                    .thenComparing(r -> r.place().id()))
            .limit(MAX_NODES)
            .toList();
    BurstWriter writer = new BurstWriter(burst, Cited.ids(gathered, EvidenceKind.TOPOLOGY), book);
    List<RankedNode> nodes = new ArrayList<>();
    for (int i = 0; i < ranked.size(); i++) {
      double next = i + 1 < ranked.size() ? score(ranked.get(i + 1), burst) : 0;
      nodes.add(node(ranked.get(i), next, burst, writer));
    }
    return Optional.of(new NodeRanking(nodes, null));
  }

  private static boolean onlyAlarms(Gathered gathered) {
    return gathered.metrics().isEmpty()
        && gathered.traces().isEmpty()
        && gathered.logs().isEmpty()
        && gathered.changes().isEmpty();
  }

  /** Log-odds against a place drawn blindly. */
  private static double score(Recollection r, Burst burst) {
    return StrictMath.log(Math.max(1e-9, r.probability()) * burst.places().size());
  }

  private static RankedNode node(Recollection r, double next, Burst burst, BurstWriter writer) {
    Fault fault = r.fault();
    String indicator = fault == null ? null : fault.indicator();
    double score = score(r, burst);
    return new RankedNode(
        r.place().service(),
        r.place().id(),
        kind(r),
        indicator == null ? "alerts" : indicator,
        List.of(),
        score,
        Math.min(0.99, r.probability()),
        score - next,
        writer.reasons(r));
  }

  private static CauseKind kind(Recollection r) {
    Fault fault = r.fault();
    if (fault != null && fault.kind() != null) {
      return fault.kind();
    }
    return switch (r.place().kind()) {
      case DATABASE, CACHE -> CauseKind.DATABASE;
      case EXTERNAL -> CauseKind.EXTERNAL;
      case HOST -> CauseKind.INFRASTRUCTURE;
      case SERVICE, INSTANCE, QUEUE -> CauseKind.DEPENDENCY;
    };
  }
}
