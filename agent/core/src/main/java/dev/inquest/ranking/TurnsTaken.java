package dev.inquest.ranking;

import dev.inquest.evidence.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the turns that are new were taken, and how often something called before them turned
 * itself. Not thread-safe.
 */
final class TurnsTaken {
  private final Set<Turn> turns;
  private final Set<Paths.Operation> operations = new HashSet<>();
  private final NamedPeers peers;
  private final Map<Turn, Taken> taken = new HashMap<>();

  /** Of one turn. */
  static final class Taken {
    private final Map<String, Integer> instances = new TreeMap<>();
    private int times;
    private int explained;
    private @Nullable String placeBefore;

    int times() {
      return times;
    }

    /** Of the times, those in which what was called before accounts for it. */
    double explainedShare() {
      return times == 0 ? 0 : (double) explained / times;
    }

    /** The last statement before; null where none is known. */
    @Nullable String placeBefore() {
      return placeBefore;
    }

    /** The instance that took it most often; null where its spans tell none. */
    @Nullable String instance() {
      return instances.entrySet().stream()
          .max(
              Map.Entry.<String, Integer>comparingByValue()
                  .thenComparing(Map.Entry.comparingByKey()))
          .map(Map.Entry::getKey)
          .filter(name -> !name.equals("null"))
          .orElse(null);
    }
  }

  TurnsTaken(Set<Turn> turns, NamedPeers peers) {
    this.turns = turns;
    this.peers = peers;
    turns.forEach(turn -> operations.add(turn.state().of()));
  }

  /** Null where nobody took it. */
  @Nullable Taken of(Turn turn) {
    return taken.get(turn);
  }

  void look(Walk walk) {
    List<Span> spans = walk.tree().spans();
    Map<Integer, List<Integer>> turned = new TreeMap<>();
    Set<String> abnormal = new HashSet<>();
    for (int span = 0; span < spans.size(); span++) {
      List<Step> own = walk.steps().get(span);
      List<Integer> at = in(spans.get(span), own);
      if (!at.isEmpty()) {
        turned.put(span, at);
        if (at.stream().anyMatch(i -> own.get(i).isEnd() || own.get(i).error())) {
          abnormal.add(spans.get(span).spanId());
        }
      }
    }
    turned.forEach((span, at) -> {
      for (int i : at) {
        note(spans.get(span), walk.steps().get(span), i, walk.tree(), abnormal);
      }
    });
  }

  /** The indices of the steps to which the span took a new turn. */
  private List<Integer> in(Span span, List<Step> steps) {
    if (!operations.contains(new Paths.Operation(span.service(), span.operation()))) {
      return List.of();
    }
    List<Integer> found = new ArrayList<>();
    for (int i = 1; i < steps.size(); i++) {
      if (turns.contains(Turn.of(span, steps, i))) {
        found.add(i);
      }
    }
    return found;
  }

  private void note(Span span, List<Step> steps, int at, SpanTree tree, Set<String> abnormal) {
    Taken where = taken.computeIfAbsent(Turn.of(span, steps, at), k -> new Taken());
    where.times++;
    where.instances.merge(String.valueOf(span.instance()), 1, Integer::sum);
    where.explained += below(steps, at, tree, abnormal) || peers.named(span, tree) ? 1 : 0;
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
}
