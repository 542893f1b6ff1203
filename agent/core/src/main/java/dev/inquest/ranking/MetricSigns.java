package dev.inquest.ranking;

import dev.inquest.analysis.BenjaminiHochberg;
import dev.inquest.analysis.FiniteSeries;
import dev.inquest.analysis.SeriesMerger;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Matching;
import dev.inquest.investigation.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Series that hold something new near the alert, joined to one sign a node, aspect and metric. */
final class MetricSigns {
  private final RankSettings settings;

  MetricSigns(RankSettings settings) {
    this.settings = settings;
  }

  /** Signs with the whole share, in order of service and metric; then those of called peers. */
  List<Sign> find(Scope scope, Gathered gathered, Recent recent) {
    SeriesTest test = new SeriesTest(settings.scan(), recent);
    Matching matching = Matching.of(scope, gathered.metrics());
    List<SeriesTest.Tested> tested = new ArrayList<>();
    for (MetricSeries series : withReplaced(gathered.metrics(), test)) {
      test.of(FiniteSeries.of(series, scope.window().from())).ifPresent(tested::add);
    }
    List<SeriesTest.Tested> clear = significant(tested, matching);
    CalledPeers peers = new CalledPeers(nodes(gathered), tested, clear);
    SortedMap<String, List<SeriesTest.Tested>> members = grouped(tested);
    List<Sign> signs = new ArrayList<>();
    grouped(clear)
        .forEach((key, group) ->
            signs.add(SeriesTest.sign(group, members.getOrDefault(key, List.of()))));
    byPeer(clear, peers)
        .forEach((peer, measured) ->
            grouped(measured)
                .values()
                .forEach(group -> signs.add(SeriesTest.sign(group, group).at(peer))));
    return signs;
  }

  private static SortedMap<String, List<SeriesTest.Tested>> byPeer(
      List<SeriesTest.Tested> clear, CalledPeers peers) {
    SortedMap<String, List<SeriesTest.Tested>> byPeer = new TreeMap<>();
    for (SeriesTest.Tested one : clear) {
      String peer = peers.peer(one);
      if (peer != null) {
        byPeer.computeIfAbsent(peer, k -> new ArrayList<>()).add(one);
      }
    }
    return byPeer;
  }

  private static SortedMap<String, List<SeriesTest.Tested>> grouped(List<SeriesTest.Tested> all) {
    SortedMap<String, List<SeriesTest.Tested>> groups = new TreeMap<>();
    all.forEach(one -> groups.computeIfAbsent(one.group(), k -> new ArrayList<>()).add(one));
    return groups;
  }

  private static Set<String> nodes(Gathered gathered) {
    Set<String> nodes = new TreeSet<>();
    gathered.topology().nodes().forEach(node -> nodes.add(node.id()));
    return nodes;
  }

  /**
   * Those of services; where one is too young to have a past, for its instance was replaced, what
   * all instances have together stands beside it.
   */
  private static List<MetricSeries> withReplaced(List<MetricSeries> all, SeriesTest test) {
    List<MetricSeries> ofServices = all.stream().filter(s -> s.id().service() != null).toList();
    List<MetricSeries> young = ofServices.stream().filter(test::isYoung).toList();
    return Stream.concat(ofServices.stream(), SeriesMerger.joined(ofServices, young).stream())
        .toList();
  }

  /** What the alert speaks of was asked about beforehand; all else is one test among many. */
  private List<SeriesTest.Tested> significant(List<SeriesTest.Tested> tested, Matching matching) {
    double rate = settings.scan().falseDiscoveryRate();
    double[] adjusted =
        BenjaminiHochberg.adjust(tested.stream().mapToDouble(SeriesTest.Tested::pValue).toArray());
    List<SeriesTest.Tested> kept = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      SeriesTest.Tested one = tested.get(i);
      boolean asked = matching.covers(one.series().id()) && one.pValue() <= rate;
      boolean clear = adjusted[i] <= rate || asked;
      if (clear && Math.abs(one.effect()) >= settings.scan().minEffect()) {
        kept.add(one);
      }
    }
    return kept;
  }

  /** Mean requests of each service in the recent stretch; services without are left out. */
  static Map<String, Double> rates(Gathered gathered, Recent recent) {
    SortedMap<String, Double> rates = new TreeMap<>();
    for (MetricSeries series : gathered.metrics()) {
      String service = series.id().service();
      Double mean = Aspect.TRAFFIC.is(series.id()) ? mean(series, recent) : null;
      if (service != null && mean != null) {
        rates.merge(service, mean, Double::sum);
      }
    }
    return rates;
  }

  private static @Nullable Double mean(MetricSeries series, Recent recent) {
    int from = series.firstAtOrAfter(recent.from(series).toEpochMilli());
    double sum = 0;
    int n = 0;
    for (int i = from; i < series.size(); i++) {
      if (Double.isFinite(series.valueAt(i))) {
        sum += series.valueAt(i);
        n++;
      }
    }
    return n == 0 ? null : sum / n;
  }
}
