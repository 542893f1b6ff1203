package dev.inquest.hypothesis;

import dev.inquest.playbook.Catalogue;
import dev.inquest.playbook.Playbook;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What of a catalogue decides which hypotheses are raised, not how likely each of them is. */
record Raises(List<Each> playbooks) {
  private record Rule(CauseKind kind, List<String> tests) {}

  /**
   * Of one playbook.
   *
   * @param window before the onset in which changes may lie
   * @param changes what all changes together may be, beforehand
   * @param rivals what all of one other sort together may be
   * @param most changes that are accused
   */
  record Each(
      String id,
      Set<String> match,
      List<Rule> rules,
      Duration window,
      double changes,
      double rivals,
      int most) {
    static Each of(Playbook playbook) {
      return new Each(
          playbook.id(),
          playbook.match(),
          playbook.hypotheses().stream().map(rule -> new Rule(rule.kind(), rule.tests())).toList(),
          changeWindow(playbook),
          playbook.detectParameter("change_prior_mass", 1),
          playbook.detectParameter("rival_prior_mass", 1),
          (int) playbook.detectParameter("max_changes", HypothesisStage.MAX_OF_ONE_SORT));
    }
  }

  static Raises of(Catalogue catalogue) {
    return new Raises(catalogue.playbooks().stream().map(Each::of).toList());
  }

  /** What fills up or runs out shows later than an onset may lie before its alert. */
  private static Duration changeWindow(Playbook playbook) {
    double own = playbook.detect().onsetWindow().toMinutes();
    return Duration.ofMinutes((long) playbook.detectParameter("change_window_minutes", own));
  }
}
