package dev.inquest.verification;

import dev.inquest.analysis.Sign;
import dev.inquest.change.DiffReading;
import dev.inquest.change.Trait;
import dev.inquest.change.Trait.Form;
import dev.inquest.playbook.Tuning;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How well what a diff does explains how the trouble shows itself. */
final class MechanismMatch {
  /**
   * A trait with what of the trouble it explains.
   *
   * @param strength in [0, 1]
   */
  record Fit(Trait trait, double strength, Set<Sign> signs) {}

  private final Seen seen;
  private final Tuning tuning;

  MechanismMatch(Seen seen, Tuning tuning) {
    this.seen = seen;
    this.tuning = tuning;
  }

  /** The best first; traits that explain nothing are left out. */
  List<Fit> fits(DiffReading reading) {
    return reading.traits().stream()
        .map(this::fit)
        .filter(fit -> fit.strength() > 0)
        .sorted(
            Comparator.comparingDouble((Fit fit) -> -fit.strength())
                .thenComparing(fit -> fit.trait().words())
                .thenComparing(fit -> fit.trait().path()))
        .toList();
  }

  private Fit fit(Trait trait) {
    Expectations expected = Expectations.of(trait);
    Set<Sign> signs = new TreeSet<>();
    double telling = best(expected.telling(), signs) * tuning.number("sign_telling");
    double plausible = best(expected.plausible(), signs) * tuning.number("sign_plausible");
    Set<Sign> unexplained = seen.telling(tuning.number("sign_plain"));
    unexplained.removeAll(expected.telling());
    unexplained.removeAll(expected.plausible());
    boolean explainsAny = seen.telling(tuning.number("sign_plain")).size() > unexplained.size();
    double other = unexplained.isEmpty() || explainsAny ? 1 : tuning.number("sign_other");
    return new Fit(trait, Math.max(telling, plausible * other) * plainness(trait), signs);
  }

  private double best(Set<Sign> expected, Set<Sign> signs) {
    double best = 0;
    for (Sign sign : expected) {
      double share = seen.share(sign);
      if (share > 0) {
        signs.add(sign);
        best = Math.max(best, StrictMath.pow(share, tuning.number("sign_share_power")));
      }
    }
    return best;
  }

  /** A value counts by its factor, what is only spoken of counts little. */
  private double plainness(Trait trait) {
    if (trait.form() == Form.VALUE && !Double.isNaN(trait.factor())) {
      double full = StrictMath.log(tuning.number("full_factor"));
      return Math.min(1, trait.magnitude() / full);
    }
    return switch (trait.form()) {
      case VALUE -> tuning.number("form_value");
      case STRUCTURE -> tuning.number("form_structure");
      case MENTION -> tuning.number("form_mention");
    };
  }
}
