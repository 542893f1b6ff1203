package dev.inquest.memory;

import dev.inquest.memory.Feature.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What past incidents teach about where and by what fault an incident begins. Immutable. */
final class OriginModel {
  private static final int MAX_ITERATIONS = 80;
  private static final double TOLERANCE = 1e-4;

  /** Alarms anywhere tell little each; they start with less of a say. */
  private static final double BURST = 0.5;

  private final PlaceFeatures features;
  private final BurstPrior prior;
  private final SortedMap<Feature, Integer> vocabulary = new TreeMap<>();
  private final SortedMap<String, Integer> words = new TreeMap<>();
  private final List<@Nullable Fault> faults = new ArrayList<>();
  private final Map<Feature, Seen> seen = new HashMap<>();
  private final Weights weights;
  private final double[] learned;

  /** Past places of which a feature was true, and how many of them were the origin. */
  record Seen(int places, int origins) {
    Seen and(boolean origin) {
      return new Seen(places + 1, origins + (origin ? 1 : 0));
    }
  }

  /** A past incident as it was told. */
  private record Told(Burst burst, PastIncident incident) {}

  OriginModel(List<PastIncident> past, Set<View> views, BurstPrior prior, MemorySettings settings) {
    Habits habits = new Habits();
    this.features = new PlaceFeatures(views, habits);
    this.prior = prior;
    List<Told> told =
        past.stream().map(p -> new Told(new Burst(p.alerts(), p.topology()), p)).toList();
    told.forEach(t -> habits.add(t.burst(), innocents(t)));
    told.forEach(this::count);
    seen.values().removeIf(s -> s.places() < settings.leastSeen());
    new TreeSet<>(seen.keySet()).forEach(f -> vocabulary.put(f, vocabulary.size()));
    told.forEach(
        t -> words(t.burst()).keySet().forEach(w -> words.computeIfAbsent(w, k -> words.size())));
    learnFaults(past);
    List<Row> rows = told.stream().map(t -> row(t.burst(), t.incident())).toList();
    this.weights = new Weights(vocabulary.size(), faults.size(), words.size());
    this.learned =
        new Lbfgs(new OriginObjective(rows, weights, settings), MAX_ITERATIONS, TOLERANCE)
            .minimise(new double[weights.size()]);
  }

  private static List<Place> innocents(Told told) {
    return told.burst().places().stream().filter(p -> !told.incident().from(p)).toList();
  }

  private void count(Told told) {
    for (Place place : told.burst().places()) {
      boolean origin = told.incident().from(place);
      features
          .of(place, told.burst(), !origin)
          .keySet()
          .forEach(f -> seen.put(f, seen.getOrDefault(f, new Seen(0, 0)).and(origin)));
    }
  }

  private void learnFaults(List<PastIncident> past) {
    SortedSet<Fault> known = new TreeSet<>();
    past.forEach(p -> {
      Fault fault = p.fault();
      if (fault != null) {
        known.add(fault);
      }
    });
    faults.addAll(known);
    if (faults.isEmpty()) {
      faults.add(null);
    }
  }

  private Row row(Burst burst, @Nullable PastIncident incident) {
    List<Place> places = burst.places();
    boolean[] origin = new boolean[places.size()];
    for (int i = 0; i < origin.length && incident != null; i++) {
      origin[i] = incident.from(places.get(i));
    }
    return new Row(
        places.stream()
            .map(place -> features.of(place, burst, incident != null && !incident.from(place)))
            .map(found -> Sparse.of(found, vocabulary))
            .toArray(Sparse[]::new),
        prior.of(burst),
        Sparse.of(words(burst), words),
        origin,
        incident == null || incident.fault() == null ? -1 : faults.indexOf(incident.fault()));
  }

  /** On how many places each word is, in logarithms. */
  private static Map<String, Double> words(Burst burst) {
    Map<String, Integer> loud = new TreeMap<>();
    burst
        .places()
        .forEach(p -> burst.words(p).keySet().forEach(w -> loud.merge(w, 1, Integer::sum)));
    Map<String, Double> values = new TreeMap<>();
    loud.forEach((word, places) -> values.put(word, BURST * StrictMath.log1p(places)));
    return values;
  }

  List<Recollection> recall(Burst burst) {
    Row row = row(burst, null);
    double[][] p = weights.probabilities(learned, row);
    List<Recollection> all = new ArrayList<>();
    for (int place = 0; place < p.length; place++) {
      all.add(recollection(burst, row, place, p[place]));
    }
    return all;
  }

  private Recollection recollection(Burst burst, Row row, int place, double[] byFault) {
    int likeliest = 0;
    double sum = 0;
    for (int fault = 0; fault < byFault.length; fault++) {
      sum += byFault[fault];
      likeliest = byFault[fault] > byFault[likeliest] ? fault : likeliest;
    }
    return new Recollection(
        burst.places().get(place),
        sum,
        row.prior()[place],
        faults.get(likeliest),
        sum > 0 ? byFault[likeliest] / sum : 0,
        reasons(row, place, byFault, sum));
  }

  /** Each feature's part in the logit beyond what the places of this incident have on average. */
  private List<Recollection.Reason> reasons(Row row, int place, double[] byFault, double sum) {
    double[] share = new double[byFault.length];
    for (int fault = 0; fault < share.length; fault++) {
      share[fault] = sum > 0 ? byFault[fault] / sum : 1.0 / share.length;
    }
    double[] usual = new double[vocabulary.size()];
    for (Sparse other : row.places()) {
      for (int i = 0; i < other.at().length; i++) {
        usual[other.at()[i]] += other.value()[i] / row.places().length;
      }
    }
    Sparse own = row.places()[place];
    double[] mine = new double[vocabulary.size()];
    for (int i = 0; i < own.at().length; i++) {
      mine[own.at()[i]] = own.value()[i];
    }
    List<Recollection.Reason> reasons = new ArrayList<>();
    vocabulary.forEach((feature, index) -> {
      double beyond = mine[index] - usual[index];
      if (beyond != 0) {
        ToDoubleFunction<Integer> of = fault -> share[fault] * weights.of(learned, index, fault);
        double weight = 0;
        for (int fault = 0; fault < share.length; fault++) {
          weight += of.applyAsDouble(fault);
        }
        reasons.add(reason(feature, mine[index] > 0, weight * beyond));
      }
    });
    return reasons;
  }

  private Recollection.Reason reason(Feature feature, boolean here, double weight) {
    Seen past = seen.getOrDefault(feature, new Seen(0, 0));
    return new Recollection.Reason(feature.words(), here, past.places(), past.origins(), weight);
  }

  /** Whether a full kind of alarm was told of any past place. */
  boolean knows(String kind) {
    return words.containsKey(kind);
  }
}
