package dev.inquest.playbooks.arena.incidents;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The last few that were made, by what they were made from. Where memory is short they are
 * forgotten and made again. Not thread-safe.
 */
final class Recent<T> {
  /** The incumbent's, a late candidate's and that of the height that is climbed from. */
  private static final int MOST = 3;

  private final Map<Object, SoftReference<T>> kept = new LinkedHashMap<>();

  T of(Object from, Supplier<T> making) {
    SoftReference<T> known = kept.remove(from);
    T before = known == null ? null : known.get();
    T now = before == null ? making.get() : before;
    kept.put(from, known == null || before == null ? new SoftReference<>(now) : known);
    if (kept.size() > MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
    return now;
  }
}
