package dev.inquest.investigation;

import dev.inquest.analysis.Sign;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the words of failures tell of stores: that locks are waited for. */
final class StoreWords {
  private static final double LEAST_SHARE = 0.15;

  private final Gathered gathered;
  private final Stores stores;

  StoreWords(Gathered gathered, Stores stores) {
    this.gathered = gathered;
    this.stores = stores;
  }

  /** A service that uses one store speaks of that one. */
  List<StoreSign> of(Failures failures) {
    Map<String, List<Failure>> byStore = new TreeMap<>();
    for (Failure failure : failures.all()) {
      if (failure.speaksOf(Sign.LOCK_WAITS)) {
        spokenOf(failure.service())
            .ifPresent(
                store -> byStore.computeIfAbsent(store, k -> new ArrayList<>()).add(failure));
      }
    }
    List<StoreSign> found = new ArrayList<>();
    byStore.forEach((store, those) -> {
      double share = (double) those.size() / failures.all().size();
      if (share >= LEAST_SHARE) {
        found.add(
            new StoreSign(
                store,
                StoreSign.Kind.WORDS,
                null,
                null,
                StoreSigns.LOCKS * StrictMath.sqrt(share),
                Figures.three(100 * share)
                    + " % of what fails speaks of locks: «"
                    + Sentences.plain(those.getFirst().template())
                    + "».",
                said()));
      }
    });
    return found;
  }

  /** Where words stand: in records and in failed spans. */
  private List<String> said() {
    List<String> said = new ArrayList<>(Cited.ids(gathered, EvidenceKind.LOGS));
    said.addAll(Cited.ids(gathered, EvidenceKind.TRACES));
    return said;
  }

  private Optional<String> spokenOf(String service) {
    if (stores.contains(service)) {
      return Optional.of(stores.called(service));
    }
    Topology topology = gathered.topology();
    List<String> used =
        topology.calleesOf(service).stream()
            .filter(stores::contains)
            .map(stores::called)
            .distinct()
            .toList();
    return used.size() == 1 ? Optional.of(used.getFirst()) : Optional.empty();
  }
}
