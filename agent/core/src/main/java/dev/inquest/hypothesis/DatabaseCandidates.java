package dev.inquest.hypothesis;

import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.investigation.Sentences;
import dev.inquest.investigation.StoreSign;
import dev.inquest.topology.ServiceEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every database of the scope's services, with no change to blame: plan, statistics, locks. */
final class DatabaseCandidates implements Candidates {
  @Override
  public boolean serves(CauseKind kind) {
    return kind == CauseKind.DATABASE;
  }

  @Override
  public List<Candidate> find(Raising raising, CauseKind kind) {
    Set<String> targets = new TreeSet<>();
    for (String service : raising.scope().services()) {
      raising.services().find(service).map(ServiceEntry::databases).ifPresent(targets::addAll);
    }
    raising.gathered().probes().stream()
        .map(ProbeAnswer::query)
        .forEach(query -> targets.add(query.target()));
    String service =
        raising.scope().alerting().isEmpty() ? null : raising.scope().alerting().iterator().next();
    List<Candidate> found = new ArrayList<>(shown(raising));
    targets.stream()
        .map(target ->
            new Candidate(
                CauseKind.DATABASE,
                service,
                null,
                null,
                target,
                "Database "
                    + Sentences.plain(target)
                    + " itself (plan, statistics or locks, no change to blame) caused what "
                    + raising.victims()
                    + " shows."))
        .forEach(found::add);
    return found;
  }

  /** Stores that telemetry speaks of, whether they can be asked or not; the clearest first. */
  private static List<Candidate> shown(Raising raising) {
    return raising.stores().stream()
        .map(StoreSign::store)
        .distinct()
        .map(store ->
            new Candidate(
                CauseKind.DATABASE,
                store,
                null,
                null,
                null,
                "Database "
                    + Sentences.plain(store)
                    + " itself (plan, statistics or locks, no change to blame) caused what "
                    + raising.victims()
                    + " shows."))
        .toList();
  }
}
