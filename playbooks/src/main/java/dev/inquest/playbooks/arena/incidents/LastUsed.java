package dev.inquest.playbooks.arena.incidents;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was made of the names last asked for. The name that was asked for longest ago is forgotten
 * first, and made again where it is asked for. Thread-safe.
 */
final class LastUsed<T> {
  private final Map<String, T> kept;

  /**
   * @param most how many are kept
   */
  LastUsed(int most) {
    this.kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > most;
          }
        };
  }

  /**
   * @param making a function of the name; whoever else asks does not wait for it, and may make the
   *     same
   */
  T of(String name, Function<String, T> making) {
    T known;
    synchronized (kept) {
      known = kept.get(name);
    }
    if (known != null) {
      return known;
    }
    T made = making.apply(name);
    synchronized (kept) {
      T others = kept.putIfAbsent(name, made);
      return others == null ? made : others;
    }
  }
}
