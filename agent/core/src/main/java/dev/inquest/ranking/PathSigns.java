package dev.inquest.ranking;

import dev.inquest.analysis.BenjaminiHochberg;
import dev.inquest.analysis.Binomial;
import dev.inquest.evidence.Span;
import dev.inquest.investigation.Sentences;
import dev.inquest.ranking.Paths.State;
import java.util.ArrayList;
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

  /** A turn with its weight of evidence. */
  private record Novel(Turn turn, double evidence, double pValue) {}

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
    NamedPeers peers = new NamedPeers(logs, services(before, after));
    TurnsTaken taken = new TurnsTaken(novel.keySet(), peers);
    walks.forEach(taken::look);
    List<Sign> signs = new ArrayList<>(peers.signs(settings.continues()));
    new TreeMap<>(novel)
        .forEach((turn, found) -> {
          TurnsTaken.Taken where = taken.of(turn);
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

  private Sign sign(Novel novel, TurnsTaken.Taken where) {
    Turn turn = novel.turn();
    int n = current.times(turn.state());
    int m = reference.times(turn.state());
    boolean abnormal = turn.to().equals(Step.END) || current.isError(turn.to());
    return new Sign(
        turn.service(),
        where.instance(),
        Aspect.STRUCTURE,
        turn.operation(),
        novel.evidence(),
        true,
        (double) reference.times(turn.state(), turn.to()) / Math.max(1, m),
        (double) where.times() / Math.max(1, n),
        abnormal ? 1 : settings.continues(),
        where.explainedShare(),
        novel.pValue(),
        null,
        region(turn, where),
        sentence(turn, where.times(), n));
  }

  /** The statements before the turn and where it used to go on. */
  private List<String> region(Turn turn, TurnsTaken.Taken where) {
    String place = where.placeBefore();
    String before = place == null ? turn.operation() + " start" : place;
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
