package dev.inquest.diagnosis;

import dev.inquest.change.Change;
import dev.inquest.diagnosis.Posterior.Rival;
import dev.inquest.investigation.Figures;
import dev.inquest.investigation.Sentences;
import dev.inquest.verification.Examined;
import dev.inquest.verification.Outcome;
import dev.inquest.verification.Verification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why the other changes near the onset are innocent. */
final class Refutations {
  private Refutations() {}

  /**
   * Every change that is not the cause and that something speaks against.
   *
   * @param cause null where none was found; then only what a test refuted is innocent
   * @param changes what was read, for their titles
   */
  static List<RefutedChange> of(List<Rival> ranked, @Nullable Rival cause, List<Change> changes) {
    Map<String, String> titles = titles(changes);
    List<RefutedChange> refuted = new ArrayList<>();
    for (Rival rival : ranked) {
      String change = rival.examined().hypothesis().change();
      if (change != null && !rival.equals(cause)) {
        reason(rival, cause, titles.get(change)).ifPresent(refuted::add);
      }
    }
    refuted.sort(Comparator.comparing(RefutedChange::change));
    return refuted;
  }

  private static Map<String, String> titles(List<Change> changes) {
    Map<String, String> titles = new HashMap<>();
    for (Change change : changes) {
      if (change.title() != null) {
        titles.put(change.id(), Sentences.plain(change.title()));
      }
    }
    return titles;
  }

  private static Optional<RefutedChange> reason(
      Rival rival, @Nullable Rival cause, @Nullable String title) {
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
      return Optional.of(new RefutedChange(change, title, sentence, test.get().evidence()));
    }
    if (cause == null) {
      return Optional.empty();
    }
    String explained =
        "Nothing speaks for it that does not speak more for the cause found (probability "
            + Figures.three(rival.probability())
            + ").";
    return Optional.of(
        new RefutedChange(change, title, explained, CauseWriter.evidence(cause.examined())));
  }
}
