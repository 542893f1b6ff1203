package dev.inquest.investigation;

import dev.inquest.diagnosis.Onset;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads what telemetry tells in words, and remembers the last reading: two stages ask for the same
 * one after another. What they ask about is held weakly and the answer softly, for both hold an
 * incident's texts. Thread-safe; where investigations take turns, some is read twice.
 */
final class LastTold {
  private record Reading(
      WeakReference<Scope> scope,
      WeakReference<Gathered> gathered,
      WeakReference<Detection> detection,
      Onset onset,
      SoftReference<Told> told) {
    boolean isOf(Scope scope, Gathered gathered, Detection detection, Onset onset) {
      return this.scope.refersTo(scope)
          && this.gathered.refersTo(gathered)
          && this.detection.refersTo(detection)
          && this.onset.equals(onset);
    }
  }

  private final AtomicReference<@Nullable Reading> last = new AtomicReference<>();

  Told of(Scope scope, Gathered gathered, Detection detection, Onset onset) {
    Reading known = last.get();
    Told before =
        known != null && known.isOf(scope, gathered, detection, onset) ? known.told().get() : null;
    if (before != null) {
      return before;
    }
    Told told = Told.of(scope, gathered, detection, onset);
    last.set(
        new Reading(
            new WeakReference<>(scope),
            new WeakReference<>(gathered),
            new WeakReference<>(detection),
            onset,
            new SoftReference<>(told)));
    return told;
  }
}
