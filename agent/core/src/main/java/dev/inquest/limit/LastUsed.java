package dev.inquest.limit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was made of the keys last asked for. What was asked for longest ago is forgotten first, and
 * made again where it is asked for. Thread-safe.
 */
public final class LastUsed<K, T> {
  private final Map<K, T> kept;

  /**
   * @param most how many are kept
   */
  public LastUsed(int most) {
    this.kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, T> eldest) {
            return size() > most;
          }
        };
  }

  /**
   * @param making a function of the key alone; whoever else asks does not wait for it, and may make
   *     the same
   */
  public T of(K key, Function<K, T> making) {
    T known;
    synchronized (kept) {
      known = kept.get(key);
    }
    if (known != null) {
      return known;
    }
    T made = making.apply(key);
    synchronized (kept) {
      T others = kept.putIfAbsent(key, made);
      return others == null ? made : others;
    }
  }
}
