package dev.inquest.playbooks.arena;

import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.playbooks.casefile.Answer;
import dev.inquest.playbooks.casefile.DiagnosisJson;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis against the answer, by the rules of {@code score-cases}.
 *
 * @param right the verdict is right and, where a cause is asked for, so is the first one, at the
 *     finest level that tells one: change, else service, else instance, else indicator
 * @param answered it is not inconclusive
 * @param confidentlyWrong answered, not right, and sure of its first cause: 0.9 or more
 */
public record CaseScore(boolean right, boolean answered, boolean confidentlyWrong) {
  private static final double SURE = 0.9;
  private static final int SHORT_HASH = 7;

  /**
   * A field of causes that may be asked for, in the answer and in the diagnosis.
   *
   * @param hashes whether the start of a commit's hash will do
   */
  private record Level(
      Function<Answer.Cause, @Nullable String> asked,
      Function<Cause, @Nullable String> given,
      boolean hashes) {
    boolean isAsked(Answer answer) {
      return answer.causes().stream().map(asked).anyMatch(CaseScore::said);
    }
  }

  private static final List<Level> LEVELS =
      List.of(
          new Level(Answer.Cause::change, Cause::change, true),
          new Level(Answer.Cause::service, Cause::service, false),
          new Level(Answer.Cause::instance, Cause::instance, false),
          new Level(Answer.Cause::indicator, Cause::indicator, false));

  public static CaseScore of(Diagnosis diagnosis, Answer answer) {
    boolean right =
        DiagnosisJson.verdict(diagnosis).equals(answer.verdict().name().toLowerCase(Locale.ROOT))
            && (answer.verdict() != Answer.Verdict.IDENTIFIED || firstIsRight(diagnosis, answer));
    boolean answered = !(diagnosis instanceof Diagnosis.Inconclusive);
    List<Cause> causes = diagnosis.details().causes();
    boolean sure = !causes.isEmpty() && causes.getFirst().confidence() >= SURE;
    return new CaseScore(right, answered, answered && !right && sure);
  }

  private static boolean firstIsRight(Diagnosis diagnosis, Answer answer) {
    List<Cause> causes = diagnosis.details().causes();
    if (causes.isEmpty()) {
      return false;
    }
    return isOfTruth(causes.getFirst(), answer);
  }

  /** Whether a cause is one of those asked for, at the finest level that tells one. */
  public static boolean isOfTruth(Cause cause, Answer answer) {
    for (Level level : LEVELS) {
      if (level.isAsked(answer)) {
        String given = level.given().apply(cause);
        return said(given)
            && answer.causes().stream()
                .map(level.asked())
                .anyMatch(asked -> said(asked) && same(level, given, asked));
      }
    }
    return false;
  }

  private static boolean said(@Nullable String text) {
    return text != null && !text.isEmpty();
  }

  private static boolean same(Level level, @Nullable String given, @Nullable String asked) {
    String got = String.valueOf(given).strip();
    String want = String.valueOf(asked).strip();
    if (level.hashes() && isHash(got)) {
      return want.toLowerCase(Locale.ROOT).startsWith(got.toLowerCase(Locale.ROOT));
    }
    return got.equals(want);
  }

  /** A commit's hash, perhaps a short one. */
  private static boolean isHash(String text) {
    return text.length() >= SHORT_HASH
        && text.toLowerCase(Locale.ROOT)
            .chars()
            .allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
  }
}
