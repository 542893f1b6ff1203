package dev.inquest.playbooks.simulation;

import dev.inquest.playbooks.casefile.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong in one world.
 *
 * @param origin where it fails first
 * @param effect turned while it is there
 * @param rampSeconds until it is all there
 * @param guilt null where no change did it
 * @param causes acceptable answers where no change did it
 * @param lines logged while it is there
 * @param hit the replicas it strikes; empty for all
 * @param restated a statement that takes the place of a call's own
 */
record Plan(
    Part origin,
    Answer.Verdict verdict,
    Effect effect,
    double rampSeconds,
    @Nullable Guilt guilt,
    List<Answer.Cause> causes,
    String remediation,
    List<Line> lines,
    List<Replica> hit,
    @Nullable Restated restated) {
  /** A call that sends another statement since. */
  record Restated(Call call, String sql) {}

  Plan {
    causes = List.copyOf(causes);
    lines = List.copyOf(lines);
    hit = List.copyOf(hit);
  }

  /** A change did it; what its patch logs is said by the speaker. */
  static Plan of(Guilt guilt, Part origin, Effect effect, double rampSeconds) {
    Patch patch = guilt.patch();
    List<Line> lines =
        patch.log() == null
            ? List.of()
            : List.of(
                new Line(origin.name(), patch.severity(), patch.log(), patch.attributes(), 6));
    return new Plan(
        origin,
        Answer.Verdict.IDENTIFIED,
        effect,
        rampSeconds,
        guilt,
        List.of(),
        remediation(guilt),
        lines,
        List.of(),
        null);
  }

  private static String remediation(Guilt guilt) {
    return switch (guilt.kind()) {
      case COMMIT, DEPLOY -> "rollback";
      case CONFIG -> "revert-config";
      case FLAG -> "revert-flag";
      case MIGRATION -> "roll-forward";
    };
  }

  Plan sending(Restated statement) {
    return new Plan(
        origin, verdict, effect, rampSeconds, guilt, causes, remediation, lines, hit, statement);
  }

  Plan rolledOut(Guilt how) {
    return new Plan(
        origin, verdict, effect, rampSeconds, how, causes, remediation, lines, hit, restated);
  }
}
