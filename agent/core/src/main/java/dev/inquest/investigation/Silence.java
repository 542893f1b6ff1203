package dev.inquest.investigation;

import dev.inquest.diagnosis.Onset;
import java.util.Set;

/**
 * Instances of several services of which nothing is heard since about the same moment.
 *
 * @param instances as {@code service/instance}, in order
 * @param services whose they are
 * @param since from when the first of them was heard for the last time to when it should have been
 *     heard again
 */
record Silence(Set<String> instances, Set<String> services, Onset since) {
  private static final int SHOWN = 3;

  /** How little it looks like chance, in [0, 1]: each further service halves what is left. */
  double strength() {
    return 1 - StrictMath.pow(2, -services.size());
  }

  String sentence() {
    String some = String.join(", ", instances.stream().limit(SHOWN).map(Sentences::plain).toList());
    int more = instances.size() - SHOWN;
    return "Of "
        + instances.size()
        + " instances of "
        + services.size()
        + " services nothing is heard since "
        + Sentences.time(since.from())
        + ", and nothing replaced them: "
        + some
        + (more > 0 ? " and " + more + " more." : ".");
  }
}
