package dev.inquest.investigation;

import dev.inquest.hypothesis.CauseKind;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbook.Playbook;
import dev.inquest.playbook.Playbook.Conclude;
import dev.inquest.playbook.Playbook.Detect;
import dev.inquest.playbook.Playbook.HypothesisRule;
import dev.inquest.playbook.Playbook.Propose;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Three playbooks like the built-in ones, with the engine's own weights. */
final class TestCatalogue {
  private static final List<String> INDEX_TESTS =
      List.of(
          "timing",
          "diff-mechanism",
          "trace-self-time",
          "statement-shift",
          "seq-scan-plan",
          "index-rehearsal",
          "placebo-window",
          "control-services");
  private static final List<String> DEPLOY_TESTS =
      List.of(
          "timing",
          "diff-mechanism",
          "version-split",
          "trace-self-time",
          "statement-shift",
          "placebo-window",
          "control-services");

  private TestCatalogue() {}

  static Catalogue threePlaybooks() {
    return new Catalogue(
        List.of(
            playbook(
                "database-missing-index",
                Set.of("latency", "database"),
                List.of(
                    rule(CauseKind.COMMIT, INDEX_TESTS, 0.2),
                    rule(
                        CauseKind.DATABASE,
                        List.of(
                            "trace-self-time", "statement-shift", "store-signs", "seq-scan-plan"),
                        0.1)),
                new Propose("migration", "create-index-concurrently", "medium")),
            playbook(
                "bad-deploy",
                Set.of("latency", "error"),
                List.of(
                    rule(CauseKind.COMMIT, DEPLOY_TESTS, 0.2),
                    rule(CauseKind.CONFIG, List.of("timing", "diff-mechanism"), 0.1)),
                new Propose("revert", "revert-commit", "medium")),
            playbook(
                "resource-saturation",
                Set.of("latency", "saturation"),
                List.of(
                    rule(
                        CauseKind.RESOURCE,
                        List.of("timing", "saturation", "trace-self-time", "control-services"),
                        0.15)),
                null)));
  }

  private static HypothesisRule rule(CauseKind kind, List<String> tests, double prior) {
    return new HypothesisRule(kind, tests, prior, Collections.emptySortedMap());
  }

  private static Playbook playbook(
      String id,
      Set<String> match,
      List<HypothesisRule> rules,
      @org.jspecify.annotations.Nullable Propose propose) {
    return new Playbook(
        id,
        1,
        match,
        rules,
        new Detect("robust-mean-shift", 3, Duration.ofMinutes(45), Collections.emptySortedMap()),
        new Conclude(0.72, 0.35),
        propose,
        "0".repeat(64),
        "");
  }
}
