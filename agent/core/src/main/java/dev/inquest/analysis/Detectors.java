package dev.inquest.analysis;

import java.util.List;

/** The detectors by the names playbooks use. */
public final class Detectors {
  private static final List<ChangePointDetector> ALL = List.of(new RobustMeanShift());

  private Detectors() {}

  /** Every name, in order. */
  public static List<String> methods() {
    return ALL.stream().map(ChangePointDetector::method).sorted().toList();
  }

  /** The detector of that name; the first one where none has it. */
  public static ChangePointDetector find(String method) {
    return ALL.stream()
        .filter(detector -> detector.method().equals(method))
        .findFirst()
        .orElse(ALL.getFirst());
  }
}
