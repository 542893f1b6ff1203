package dev.inquest.diagnosis;

import dev.inquest.diagnosis.Posterior.Rival;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.verification.Examined;
import dev.inquest.verification.Outcome;
import dev.inquest.verification.Verification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rival as a reader sees it. */
final class CauseWriter {
  private CauseWriter() {}

  static Cause cause(Rival rival) {
    Hypothesis h = rival.examined().hypothesis();
    return new Cause(
        h.service(),
        h.instance(),
        h.kind(),
        h.change(),
        indicator(rival.examined()),
        rival.probability(),
        evidence(rival.examined()),
        h.id(),
        h.claim());
  }

  /** {@code add-index, rollback, revert-config, revert-flag, roll-forward, relieve, …}. */
  static String remediation(Examined examined) {
    if (fact(examined, "seq-scan-plan", "columns") != null) {
      return "add-index";
    }
    return switch (examined.hypothesis().kind()) {
      case COMMIT, DEPLOY -> "rollback";
      case CONFIG -> "revert-config";
      case FLAG -> "revert-flag";
      case MIGRATION -> "roll-forward";
      case RESOURCE -> "relieve";
      case DATABASE -> "tune-database";
      case DEPENDENCY, EXTERNAL -> "call-owner";
      case TRAFFIC -> "scale-out";
      case INFRASTRUCTURE -> "move-away";
      case DATA -> "mend-data";
    };
  }

  /** A fact of a test that supported; null where it did not, or knows none of that name. */
  static @Nullable String fact(Examined examined, String test, String name) {
    return examined.verifications().stream()
        .filter(v -> v.test().equals(test) && v.outcome() instanceof Outcome.Supported)
        .map(v -> v.facts().get(name))
        .filter(value -> value != null)
        .findFirst()
        .orElse(null);
  }

  static List<String> evidence(Examined examined) {
    return examined.verifications().stream()
        .filter(v -> v.logLikelihoodRatio() != 0)
        .map(Verification::evidence)
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private static @Nullable String indicator(Examined examined) {
    String table = fact(examined, "seq-scan-plan", "table");
    String columns = fact(examined, "seq-scan-plan", "columns");
    if (table != null && columns != null) {
      return table + "." + columns;
    }
    String query = fact(examined, "statement-shift", "query");
    boolean sends = examined.hypothesis().kind() != CauseKind.RESOURCE;
    return query != null && sends ? query : examined.hypothesis().indicator();
  }
}
