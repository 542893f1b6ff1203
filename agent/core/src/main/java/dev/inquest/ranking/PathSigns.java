package dev.inquest.ranking;

import dev.inquest.analysis.BenjaminiHochberg;
import dev.inquest.analysis.Binomial;
import dev.inquest.evidence.Span;
import dev.inquest.investigation.Sentences;
import dev.inquest.ranking.Paths.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Requests that take a way they did not take before: they end early, log an error, leave out a call
 * or make another. Of spans that did so in one trace only the deepest speak: what is above them
 * suffers from them.
 */
final class PathSigns {
  private final RankSettings.Paths settings;
  private final double rate;
  private final SpanLogs logs;
  private final StepKeys keys = new StepKeys();
  private final Paths reference = new Paths();
  private final Paths current = new Paths();

  /** A step that is new after another. */
  private record Turn(State state, String to) implements Comparable<Turn> {
    private static final Comparator<Turn> ORDER =
        Comparator.comparing(Turn::service)
            .thenComparing(Turn::operation)
            .thenComparing(Turn::from)
            .thenComparing(Turn::to);

    String service() {
      return state.service();
    }

    String operation() {
      return state.operation();
    }

    String from() {
      return state.step();
    }

    @Override
    public int compareTo(Turn other) {
      return ORDER.compare(this, other);
    }
  }

  /** A turn with its weight of evidence. */
  private record Novel(Turn turn, double evidence, double pValue) {}

  /** A trace with the steps of each of its spans, in their order. */
  private record Walk(SpanTree tree, List<List<Step>> steps) {}

  /** Where a turn was taken. */
  private static final class Seen {
    final Map<String, Integer> instances = new TreeMap<>();
    int times;
    int explained;
    @Nullable String placeBefore;
  }

  PathSigns(RankSettings settings, SpanLogs logs) {
    this.settings = settings.paths();
    this.rate = settings.scan().falseDiscoveryRate();
    this.logs = logs;
  }

  List<Sign> find(List<SpanTree> allBefore, List<SpanTree> allAfter) {
    LoggedRequests logged = new LoggedRequests(logs, allBefore);
    List<SpanTree> before = logged.known(allBefore);
    List<SpanTree> after = logged.known(allAfter);
    before.forEach(tree -> count(walk(tree), reference));
    List<Walk> walks = after.stream().map(this::walk).toList();
    walks.forEach(walk -> count(walk, current));
    Map<Turn, Novel> novel = novel();
    Map<Turn, Seen> seen = new HashMap<>();
    NamedPeers peers = new NamedPeers(logs, services(before, after));
    Set<Paths.Operation> turning = new HashSet<>();
    novel.keySet().forEach(turn -> turning.add(turn.state().of()));
    walks.forEach(walk -> look(walk, novel, turning, seen, peers));
    List<Sign> signs = new ArrayList<>(peers.signs(settings.continues()));
    new TreeMap<>(novel)
        .forEach((turn, found) -> {
          Seen where = seen.get(turn);
          if (where != null) {
            signs.add(sign(found, where));
          }
        });
    return signs;
  }

  private static Set<String> services(List<SpanTree> before, List<SpanTree> after) {
    Set<String> services = new HashSet<>();
    before.forEach(tree -> tree.spans().forEach(span -> services.add(span.service())));
    after.forEach(tree -> tree.spans().forEach(span -> services.add(span.service())));
    return services;
  }

  private Walk walk(SpanTree tree) {
    List<List<Step>> steps = new ArrayList<>(tree.spans().size());
    for (int i = 0; i < tree.spans().size(); i++) {
      steps.add(Step.of(i, tree, logs, keys));
    }
    return new Walk(tree, steps);
  }

  private static void count(Walk walk, Paths paths) {
    for (int i = 0; i < walk.steps().size(); i++) {
      Span span = walk.tree().spans().get(i);
      paths.add(span.service(), span.operation(), walk.steps().get(i));
    }
  }

  private Map<Turn, Novel> novel() {
    List<Novel> tested = new ArrayList<>();
    for (State state : current.states()) {
      int n = current.times(state);
      int m = reference.times(state);
      if (m >= settings.minBefore() && !reference.isError(state.step())) {
        current.next(state).forEach((step, k) -> test(new Turn(state, step), k, n, m, tested));
      }
    }
    double[] adjusted =
        BenjaminiHochberg.adjust(tested.stream().mapToDouble(Novel::pValue).toArray());
    Map<Turn, Novel> novel = new HashMap<>();
    for (int i = 0; i < adjusted.length; i++) {
      if (adjusted[i] <= rate) {
        novel.put(tested.get(i).turn(), tested.get(i));
      }
    }
    return novel;
  }

  private void test(Turn turn, int k, int n, int m, List<Novel> tested) {
    int j = reference.times(turn.state(), turn.to());
    double before = (j + 0.5) / (m + 1);
    double now = (double) k / n;
    boolean known = before > settings.maxBefore() || now - before < settings.minRise();
    if (k < settings.minNew() || known || isRecovery(turn)) {
      return;
    }
    // Of busy operations small turns are as certain as the great ones of seldom used ones.
    double weight = Math.min(n, settings.enough()) * Binomial.divergence(now, before);
    tested.add(new Novel(turn, weight, Binomial.atLeast(k, n, before)));
  }

  /** Where an error used to follow and no longer does, it is the reference that was ill. */
  private boolean isRecovery(Turn turn) {
    String usual = displaced(turn);
    boolean error = current.isError(turn.to());
    return !error && usual != null && reference.isError(usual);
  }

  /** The step whose share fell most. */
  private @Nullable String displaced(Turn turn) {
    State state = turn.state();
    double n = Math.max(1, current.times(state));
    double m = Math.max(1, reference.times(state));
    String most = null;
    double fall = 0;
    for (Map.Entry<String, Integer> step : reference.next(state).entrySet()) {
      double lost = step.getValue() / m - current.times(state, step.getKey()) / n;
      if (lost > fall) {
        most = step.getKey();
        fall = lost;
      }
    }
    return most;
  }

  private static void look(
      Walk walk,
      Map<Turn, Novel> novel,
      Set<Paths.Operation> turning,
      Map<Turn, Seen> seen,
      NamedPeers peers) {
    List<Span> spans = walk.tree().spans();
    Map<Integer, List<Integer>> turned = new TreeMap<>();
    Set<String> abnormal = new HashSet<>();
    for (int span = 0; span < spans.size(); span++) {
      if (!turning.contains(operation(spans.get(span)))) {
        continue;
      }
      List<Step> own = walk.steps().get(span);
      List<Integer> at = turns(spans.get(span), own, novel);
      if (!at.isEmpty()) {
        turned.put(span, at);
        if (at.stream().anyMatch(i -> own.get(i).isEnd() || own.get(i).error())) {
          abnormal.add(spans.get(span).spanId());
        }
      }
    }
    turned.forEach((span, at) -> {
      for (int i : at) {
        note(spans.get(span), walk.steps().get(span), i, walk.tree(), abnormal, seen, peers);
      }
    });
  }

  private static Paths.Operation operation(Span span) {
    return new Paths.Operation(span.service(), span.operation());
  }

  private static List<Integer> turns(Span span, List<Step> steps, Map<Turn, Novel> novel) {
    List<Integer> turns = new ArrayList<>();
    for (int i = 1; i < steps.size(); i++) {
      if (novel.containsKey(turn(span, steps, i))) {
        turns.add(i);
      }
    }
    return turns;
  }

  private static Turn turn(Span span, List<Step> steps, int at) {
    String from = steps.get(at - 1).key();
    return new Turn(new State(span.service(), span.operation(), from), steps.get(at).key());
  }

  private static void note(
      Span span,
      List<Step> steps,
      int at,
      SpanTree tree,
      Set<String> turned,
      Map<Turn, Seen> seen,
      NamedPeers peers) {
    Seen where = seen.computeIfAbsent(turn(span, steps, at), k -> new Seen());
    where.times++;
    where.instances.merge(String.valueOf(span.instance()), 1, Integer::sum);
    where.explained += below(steps, at, tree, turned) || peers.named(span, tree) ? 1 : 0;
    if (where.placeBefore == null) {
      where.placeBefore = placeBefore(steps, at);
    }
  }

  /** Whether something called before the turn, or by it, turned itself. */
  private static boolean below(List<Step> steps, int at, SpanTree tree, Set<String> turned) {
    Set<String> seen = new HashSet<>();
    for (int i = 1; i <= at; i++) {
      Span child = steps.get(i).child();
      if (child != null && anyTurned(child, tree, turned, seen)) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyTurned(Span span, SpanTree tree, Set<String> turned, Set<String> seen) {
    if (!seen.add(span.spanId())) {
      return false;
    }
    return turned.contains(span.spanId())
        || tree.children(span).stream().anyMatch(child -> anyTurned(child, tree, turned, seen));
  }

  private static @Nullable String placeBefore(List<Step> steps, int at) {
    for (int i = at - 1; i > 0; i--) {
      if (steps.get(i).place() != null) {
        return steps.get(i).place();
      }
    }
    return null;
  }

  private Sign sign(Novel novel, Seen where) {
    Turn turn = novel.turn();
    String instance =
        where.instances.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .filter(name -> !name.equals("null"))
            .orElse(null);
    int n = current.times(turn.state());
    int m = reference.times(turn.state());
    boolean abnormal = turn.to().equals(Step.END) || current.isError(turn.to());
    return new Sign(
        turn.service(),
        instance,
        Aspect.STRUCTURE,
        turn.operation(),
        novel.evidence(),
        true,
        (double) reference.times(turn.state(), turn.to()) / Math.max(1, m),
        (double) where.times / Math.max(1, n),
        abnormal ? 1 : settings.continues(),
        where.times == 0 ? 0 : (double) where.explained / where.times,
        novel.pValue(),
        null,
        region(turn, where),
        sentence(turn, where.times, n));
  }

  /** The statements before the turn and where it used to go on. */
  private List<String> region(Turn turn, Seen where) {
    String before = where.placeBefore == null ? turn.operation() + " start" : where.placeBefore;
    String after = null;
    String step = displaced(turn);
    Set<String> seen = new HashSet<>();
    while (step != null && after == null && seen.add(step)) {
      after = reference.place(step);
      step = reference.usual(new State(turn.service(), turn.operation(), step));
    }
    return List.of(before, after == null ? turn.operation() + " end" : after);
  }

  private static String sentence(Turn turn, int times, int of) {
    String what =
        turn.to().equals(Step.END) ? "ends" : "goes on with \"" + Sentences.plain(turn.to()) + '"';
    return Sentences.plain(turn.operation())
        + " in "
        + Sentences.plain(turn.service())
        + " newly "
        + what
        + " after \""
        + Sentences.plain(turn.from())
        + "\" in "
        + times
        + " of "
        + of
        + " requests";
  }
}
