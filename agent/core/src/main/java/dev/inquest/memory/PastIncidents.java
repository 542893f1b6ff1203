package dev.inquest.memory;

import dev.inquest.memory.Feature.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Memory: incidents whose cause is known, as evidence about a new one. Of the same system, names
 * count too; another system's incidents only tell which kinds of alarms an origin has. Thread-safe.
 */
public final class PastIncidents {
  /** Nothing is remembered. */
  public static final PastIncidents NONE = new PastIncidents(List.of());

  private static final int MAX_MODELS = 16;
  private static final Set<View> ANYWHERE = EnumSet.of(View.OWN, View.MORE, View.LESS, View.NODE);

  private record Remembered(PastIncident incident, Set<String> services) {}

  /** The ids stand for the incidents where models are looked up. */
  private record Key(boolean same, List<String> ids) {}

  private record Selected(boolean same, List<PastIncident> incidents) {
    Key key() {
      return new Key(same, incidents.stream().map(PastIncident::id).toList());
    }
  }

  private final List<Remembered> all = new ArrayList<>();
  private final Map<Key, OriginModel> models = new ConcurrentHashMap<>();

  /** Those that name a place of theirs; of others nothing can be learned. */
  public PastIncidents(Collection<PastIncident> past) {
    Map<String, PastIncident> ordered = new TreeMap<>();
    past.forEach(p -> ordered.put(p.id(), p));
    for (PastIncident incident : ordered.values()) {
      Burst burst = new Burst(incident.alerts(), incident.topology());
      if (burst.places().stream().anyMatch(incident::from)) {
        all.add(new Remembered(incident, burst.services()));
      }
    }
  }

  public int size() {
    return all.size();
  }

  /** One a place of the burst, in their order; empty where memory knows nothing like it. */
  public Optional<List<Recollection>> recall(
      Burst burst, BurstPrior prior, MemorySettings settings) {
    Selected selected = select(burst.services(), settings);
    if (selected.incidents().isEmpty()) {
      return Optional.empty();
    }
    OriginModel model = model(selected, prior, settings);
    long known = burst.kinds().stream().filter(model::knows).count();
    if (known < settings.leastKnown() * burst.kinds().size()) {
      return Optional.empty();
    }
    List<Recollection> recalled = model.recall(burst);
    return Optional.of(selected.same() ? recalled : Foreign.temper(recalled, settings.foreign()));
  }

  private OriginModel model(Selected selected, BurstPrior prior, MemorySettings settings) {
    if (models.size() >= MAX_MODELS) {
      models.clear();
    }
    Set<View> views = selected.same() ? EnumSet.allOf(View.class) : ANYWHERE;
    return models.computeIfAbsent(
        selected.key(), k -> new OriginModel(selected.incidents(), views, prior, settings));
  }

  /** Those of the same system where there are any, else all. */
  private Selected select(Set<String> services, MemorySettings settings) {
    List<PastIncident> same =
        all.stream()
            .filter(r -> alike(r.services(), services) >= settings.sameSystem())
            .map(Remembered::incident)
            .toList();
    return same.isEmpty()
        ? new Selected(false, all.stream().map(Remembered::incident).toList())
        : new Selected(true, same);
  }

  /** Jaccard: those that both have, as a share of those that either has. */
  private static double alike(Set<String> a, Set<String> b) {
    Set<String> both = new TreeSet<>(a);
    both.retainAll(b);
    int either = a.size() + b.size() - both.size();
    return either == 0 ? 0 : (double) both.size() / either;
  }
}
