package dev.inquest.topology;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What can be reached along calls. */
public final class Reach {
  private Reach() {}

  /** The given ids and everything they call, directly or not. */
  public static Set<String> down(Topology topology, Collection<String> from) {
    return walk(from, topology::calleesOf);
  }

  /** The given ids and everything that calls them, directly or not. */
  public static Set<String> up(Topology topology, Collection<String> from) {
    return walk(from, topology::callersOf);
  }

  private static Set<String> walk(Collection<String> from, Function<String, Set<String>> next) {
    Set<String> seen = new TreeSet<>(from);
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (String id : next.apply(open.remove())) {
        if (seen.add(id)) {
          open.add(id);
        }
      }
    }
    return seen;
  }
}
