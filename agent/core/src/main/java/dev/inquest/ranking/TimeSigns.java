package dev.inquest.ranking;

import dev.inquest.analysis.BenjaminiHochberg;
import dev.inquest.analysis.MannWhitney;
import dev.inquest.analysis.Robust;
import dev.inquest.evidence.Span;
import dev.inquest.investigation.Figures;
import dev.inquest.investigation.Sentences;
import dev.inquest.topology.TraceTopology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hipparchus.util.ResizableDoubleArray;
import org.jspecify.annotations.Nullable;

/**
 * Where time is newly lost in traces: in an operation itself, or between caller and callee, which
 * is the network, a queue before the callee, or a callee too busy to accept. The time a calling
 * span spends beside the called one is blamed on the called node, and in part on the calling one;
 * the node that all slow connections share collects the most.
 */
final class TimeSigns {
  private final RankSettings settings;
  private final Map<Place, Sides> operations = new HashMap<>();
  private final Map<Place, Sides> connections = new HashMap<>();
  private double spent;

  /**
   * Where time is spent.
   *
   * @param name of the operation, or of who is at the connection's other end
   * @param end of a connection: {@code from} where the node is called, {@code to} where it calls;
   *     empty of an operation
   */
  private record Place(String service, @Nullable String instance, String end, String name) {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::service)
            .thenComparing(place -> String.valueOf(place.instance()))
            .thenComparing(Place::end)
            .thenComparing(Place::name);

    boolean caller() {
      return end.equals("to");
    }

    String words() {
      return end.isEmpty() ? name : "connection " + end + ' ' + name;
    }
  }

  private static final class Sides {
    final Place place;
    final ResizableDoubleArray before = new ResizableDoubleArray();
    final ResizableDoubleArray after = new ResizableDoubleArray();

    Sides(Place place) {
      this.place = place;
    }
  }

  /** Made once, read once and never compared, so that arrays do no harm. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Compared(Sides sides, Aspect aspect, double[] before, double[] after, double p) {}

  TimeSigns(RankSettings settings) {
    this.settings = settings;
  }

  List<Sign> find(List<SpanTree> before, List<SpanTree> after) {
    before.forEach(tree -> add(tree, true));
    after.forEach(tree -> add(tree, false));
    spent = after.stream().mapToDouble(tree -> tree.spans().getFirst().durationNanos() / 1e9).sum();
    List<Sides> connected = inOrder(connections);
    double[] usual =
        connected.stream()
            .filter(s -> !s.place.caller())
            .flatMapToDouble(s -> Arrays.stream(s.before.getElements()))
            .toArray();
    List<Compared> compared =
        Stream.concat(
                inOrder(operations).stream()
                    .filter(s -> s.before.getNumElements() >= settings.traces().minSpans())
                    .map(s -> compare(s, Aspect.LATENCY, s.before.getElements())),
                connected.stream()
                    .map(s ->
                        compare(
                            s,
                            Aspect.NETWORK,
                            s.before.getNumElements() < settings.traces().minSpans()
                                ? usual
                                : s.before.getElements())))
            .filter(c -> c.before.length > 0 && c.after.length >= settings.traces().minSpans())
            .toList();
    return signs(compared);
  }

  private void add(SpanTree tree, boolean before) {
    for (int i = 0; i < tree.spans().size(); i++) {
      Span span = tree.spans().get(i);
      Span callee = tree.callee(i);
      double self = tree.selfSeconds(i);
      String leaf = callee == null ? leaf(span) : null;
      if (callee != null) {
        connection(span, callee.service(), callee.instance(), before, self);
      } else if (leaf != null) {
        connection(span, leaf, null, before, self);
      } else {
        side(operations, new Place(span.service(), span.instance(), "", span.operation()), before)
            .addElement(self);
      }
    }
  }

  private void connection(
      Span caller, String callee, @Nullable String instance, boolean before, double self) {
    side(connections, new Place(callee, instance, "from", caller.service()), before)
        .addElement(self);
    side(connections, new Place(caller.service(), caller.instance(), "to", callee), before)
        .addElement(self);
  }

  /** What a calling span that nothing answers in the trace waited for; null where it tells none. */
  private static @Nullable String leaf(Span span) {
    String database = TraceTopology.database(span);
    return database != null ? database : span.attributes().get("peer.service");
  }

  private static ResizableDoubleArray side(Map<Place, Sides> all, Place place, boolean before) {
    Sides sides = all.computeIfAbsent(place, Sides::new);
    return before ? sides.before : sides.after;
  }

  private static List<Sides> inOrder(Map<Place, Sides> all) {
    return all.values().stream()
        .sorted(Comparator.comparing((Sides s) -> s.place, Place.ORDER))
        .toList();
  }

  private static Compared compare(Sides sides, Aspect aspect, double[] before) {
    double[] after = sides.after.getElements();
    return new Compared(sides, aspect, before, after, MannWhitney.pValue(before, after));
  }

  private List<Sign> signs(List<Compared> compared) {
    double[] adjusted =
        BenjaminiHochberg.adjust(compared.stream().mapToDouble(Compared::p).toArray());
    List<Compared> clear = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      if (adjusted[i] <= settings.scan().falseDiscoveryRate() && material(compared.get(i))) {
        clear.add(compared.get(i));
      }
    }
    double total =
        Math.max(
            settings.traces().leastTotal() * spent,
            clear.stream().filter(c -> !c.sides.place.caller()).mapToDouble(TimeSigns::lost).sum());
    return clear.stream().map(c -> sign(c, total)).toList();
  }

  private boolean material(Compared c) {
    return effect(c) >= settings.scan().minEffect() && rise(c) >= settings.traces().minSeconds();
  }

  private Sign sign(Compared c, double total) {
    double part = c.sides.place.caller() ? settings.traces().callerShare() : 1;
    double share = total <= 0 ? 0 : Math.clamp(part * lost(c) / total, 0, 1);
    double before = Robust.median(c.before);
    double after = Robust.median(c.after);
    return new Sign(
        c.sides.place.service(),
        c.sides.place.instance(),
        c.aspect,
        c.sides.place.words(),
        effect(c),
        true,
        before,
        after,
        share,
        0,
        c.p,
        null,
        List.of(),
        Sentences.plain(c.sides.place.words())
            + (c.aspect == Aspect.NETWORK ? " at " : " in ")
            + Sentences.plain(c.sides.place.service())
            + " takes "
            + Figures.seconds(mean(c.after))
            + " on average, before "
            + Figures.seconds(mean(c.before)));
  }

  /** The upper quartile against the ninth decile before, in units of what it strayed before. */
  private double effect(Compared c) {
    double middle = Robust.median(c.before);
    double high = Robust.quantile(c.before, 0.9);
    double scale = Math.max(high - middle, settings.scan().scaleFloor() * middle);
    double rise = Robust.quantile(c.after, 0.75) - high;
    return rise <= 0 ? 0 : rise / Math.max(scale, 1e-9);
  }

  private static double rise(Compared c) {
    return mean(c.after) - mean(c.before);
  }

  private static double lost(Compared c) {
    return Math.max(0, rise(c)) * c.after.length;
  }

  /** Of values clipped at their own 95th percentile: one stuck request is no incident. */
  private static double mean(double[] values) {
    double most = Robust.quantile(values, 0.95);
    return Arrays.stream(values).map(v -> Math.min(v, most)).average().orElse(0);
  }
}
