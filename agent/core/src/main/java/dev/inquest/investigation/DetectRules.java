package dev.inquest.investigation;

import dev.inquest.analysis.DetectorSettings;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbook.Playbook;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * How to look for changes: of the playbooks the alert calls for, the one that sees the smallest
 * effect, with the longest onset window of them all.
 */
record DetectRules(String method, DetectorSettings settings, Duration onsetWindow) {
  private static final DetectRules DEFAULT =
      new DetectRules("robust-mean-shift", DetectorSettings.DEFAULT, Duration.ofMinutes(45));

  static DetectRules of(Catalogue catalogue, Scope scope) {
    List<Playbook> called =
        catalogue.playbooks().stream()
            .filter(p ->
                scope.symptoms().isEmpty()
                    || p.match().stream().anyMatch(scope.symptoms()::contains))
            .toList();
    Duration window =
        called.stream()
            .map(p -> p.detect().onsetWindow())
            .max(Comparator.naturalOrder())
            .orElse(DEFAULT.onsetWindow());
    return called.stream()
        .min(
            Comparator.comparingDouble((Playbook p) -> p.detect().minEffect())
                .thenComparing(Playbook::id))
        .map(p -> new DetectRules(p.detect().method(), DetectorSettings.of(p), window))
        .orElse(DEFAULT);
  }
}
