package dev.inquest.analysis;

import dev.inquest.playbook.Playbook;
import java.util.List;

/**
 * What a detector may be told; every number can stand in a playbook.
 *
 * @param minEffect in robust standard deviations of the baseline
 * @param relativeFloor the baseline's least scale, as a share of its magnitude
 * @param minBefore least number of samples of a baseline
 * @param minAfter least number of samples since
 * @param falseDiscoveryRate over all series of an investigation
 */
public record DetectorSettings(
    double minEffect,
    double relativeFloor,
    int minBefore,
    int minAfter,
    double falseDiscoveryRate) {
  /** What a playbook's {@code detect.parameters} may name. */
  public static final List<String> PARAMETERS =
      List.of("false_discovery_rate", "min_after", "min_before", "scale_floor");

  public static final DetectorSettings DEFAULT = new DetectorSettings(3, 0.02, 8, 5, 0.05);

  public DetectorSettings {
    if (!(minEffect > 0 && relativeFloor >= 0) || minBefore < 3 || minAfter < 3) {
      throw new IllegalArgumentException("a detector needs an effect and at least 3 samples");
    }
  }

  /** The playbook's numbers: {@code scale_floor, min_before, min_after, false_discovery_rate}. */
  public static DetectorSettings of(Playbook playbook) {
    return new DetectorSettings(
        playbook.detect().minEffect(),
        playbook.detectParameter("scale_floor", DEFAULT.relativeFloor()),
        Math.max(3, (int) playbook.detectParameter("min_before", DEFAULT.minBefore())),
        Math.max(3, (int) playbook.detectParameter("min_after", DEFAULT.minAfter())),
        playbook.detectParameter("false_discovery_rate", DEFAULT.falseDiscoveryRate()));
  }
}
