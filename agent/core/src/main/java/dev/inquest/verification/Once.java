package dev.inquest.verification;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed when it is first asked for, and then kept. Not thread-safe. */
final class Once<T> {
  private final Supplier<T> computation;
  private @Nullable T value;

  Once(Supplier<T> computation) {
    this.computation = computation;
  }

  T get() {
    T known = value;
    if (known == null) {
      known = computation.get();
      value = known;
    }
    return known;
  }
}
