package dev.inquest.playbooks.arena.detector;

import dev.inquest.analysis.streaming.StreamingDetector;
import dev.inquest.analysis.streaming.StreamingSettings;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbooks.arena.Subject;
import java.util.Collections;

/**
 * The streaming detector as a catalogue has it: its numbers are those of the first playbook that
 * names any, and a row is told from that playbook's {@code conclude.threshold} on.
 */
record Watcher(StreamingSettings settings, double threshold) {
  /** Scores are compared as they are written, {@code replay --nab}. */
  private static final double STEPS = 1e6;

  private static final double UNTOLD = 0.5;

  static Watcher of(Subject.Files files) {
    Catalogue catalogue = files.catalogue();
    double threshold =
        catalogue.playbooks().stream()
            .filter(p ->
                !Collections.disjoint(
                    p.detect().parameters().keySet(), StreamingSettings.PARAMETERS))
            .findFirst()
            .map(p -> p.conclude().threshold())
            .orElse(UNTOLD);
    return new Watcher(StreamingSettings.of(catalogue), threshold);
  }

  /** A row each, from the rows up to it. */
  double[] scores(double[] values) {
    StreamingDetector detector = new StreamingDetector(settings);
    double[] scores = new double[values.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.rint(detector.next(values[i]) * STEPS) / STEPS;
    }
    return scores;
  }
}
