package dev.inquest.gate.proposal;

import dev.inquest.failure.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs checks in order and keeps what each found; the first that fails ends it. Not thread-safe.
 */
final class Checks {
  private final List<Check> done = new ArrayList<>();

  /**
   * @param found says in a sentence what the check found
   */
  <T> T run(String name, Supplier<T> check, Function<T, String> found) {
    try {
      T result = check.get();
      done.add(new Check(name, true, found.apply(result)));
      return result;
    } catch (FailureException e) {
      done.add(new Check(name, false, e.failure().message()));
      throw e;
    }
  }

  List<Check> done() {
    return List.copyOf(done);
  }
}
