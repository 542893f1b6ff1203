package dev.inquest.analysis;

import java.util.List;

/** The detectors by the names playbooks use. */
public final class Detectors {
  private static final List<ChangePointDetector> ALL = List.of(new RobustMeanShift());

  private Detectors() {}

  /** The detector of that name; the first one where none has it. */
  public static ChangePointDetector find(String method) {
    return ALL.stream()
        .filter(detector -> detector.method().equals(method))
        .findFirst()
        .orElse(ALL.getFirst());
  }
}
