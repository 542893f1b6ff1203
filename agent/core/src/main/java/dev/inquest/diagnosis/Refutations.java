package dev.inquest.diagnosis;

import dev.inquest.diagnosis.Posterior.Rival;
import dev.inquest.investigation.Figures;
import dev.inquest.verification.Examined;
import dev.inquest.verification.Outcome;
import dev.inquest.verification.Verification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why the other changes near the onset are innocent. */
final class Refutations {
  private Refutations() {}

  /**
   * Every change that is not the cause and that something speaks against.
   *
   * @param cause null where none was found; then only what a test refuted is innocent
   */
  static List<RefutedChange> of(List<Rival> ranked, @Nullable Rival cause) {
    List<RefutedChange> refuted = new ArrayList<>();
    for (Rival rival : ranked) {
      String change = rival.examined().hypothesis().change();
      if (change != null && !rival.equals(cause)) {
        reason(rival, cause).ifPresent(refuted::add);
      }
    }
    refuted.sort(Comparator.comparing(RefutedChange::change));
    return refuted;
  }

  private static Optional<RefutedChange> reason(Rival rival, @Nullable Rival cause) {
    Examined examined = rival.examined();
    String change = examined.hypothesis().change();
    if (change == null) {
      return Optional.empty();
    }
    Optional<Verification> test =
        examined.verifications().stream()
            .filter(v -> v.outcome() instanceof Outcome.Refuted)
            .min(Comparator.comparingDouble(Verification::logLikelihoodRatio));
    if (test.isPresent() && test.get().outcome() instanceof Outcome.Refuted(String sentence)) {
      return Optional.of(new RefutedChange(change, sentence, test.get().evidence()));
    }
    if (cause == null) {
      return Optional.empty();
    }
    String explained =
        "Nothing speaks for it that does not speak more for the cause found (probability "
            + Figures.three(rival.probability())
            + ").";
    return Optional.of(
        new RefutedChange(change, explained, CauseWriter.evidence(cause.examined())));
  }
}
