package dev.inquest.playbooks.evolve.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.arena.Trial;
import java.util.List;
import java.util.Locale;

/** Every pair that was counted, a line each. */
final class Outcomes {
  private static final String HEADER =
      "use,n,task,class,difference,incumbent_score,candidate_score,incumbent_answered,"
          + "candidate_answered,incumbent_confidence,candidate_confidence,incumbent_sure_wrong,"
          + "candidate_sure_wrong,incumbent_work,candidate_work,incumbent_failure,candidate_failure\n";

  private final StringBuilder out = new StringBuilder(HEADER);

  /**
   * @param use e.g. {@code confirm}
   */
  void add(String use, List<Pair> pairs) {
    int n = 0;
    for (Pair pair : pairs) {
      Trial a = pair.incumbent();
      Trial b = pair.candidate();
      out.append(use).append(',').append(n++).append(',').append(field(a.task()));
      out.append(',').append(field(a.taskClass())).append(',').append(pair.difference());
      both(a.score(), b.score());
      both(a.answered() ? 1 : 0, b.answered() ? 1 : 0);
      both(a.confidence(), b.confidence());
      both(a.confidentlyWrong() ? 1 : 0, b.confidentlyWrong() ? 1 : 0);
      both(a.workUnits(), b.workUnits());
      both(failure(a), failure(b));
      out.append('\n');
    }
  }

  byte[] bytes() {
    return out.toString().getBytes(UTF_8);
  }

  private void both(Object a, Object b) {
    out.append(',').append(a).append(',').append(b);
  }

  private static String failure(Trial trial) {
    return trial.failure() == null ? "" : trial.failure().name().toLowerCase(Locale.ROOT);
  }

  /** Names of stored tasks are others' text. */
  private static String field(String text) {
    return text.replaceAll("[^A-Za-z0-9 ._/-]", "?");
  }
}
