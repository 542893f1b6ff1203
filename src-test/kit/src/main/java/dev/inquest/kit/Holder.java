package dev.inquest.kit;

import org.jspecify.annotations.Nullable;

/** Something that is made before the tests of a class run. */
final class Holder<T> {
  private @Nullable T held;

  void set(T value) {
    held = value;
  }

  T get() {
    if (held == null) {
      throw new IllegalStateException("nothing was made yet");
    }
    return held;
  }
}
