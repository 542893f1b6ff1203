package dev.inquest.playbooks.simulation;

/**
 * How hard a case is to read.
 *
 * @param services how many there are, 5 to 60
 * @param noise standard deviation of what the gauges add, as a share of the value
 * @param gaps the share of samples that are missing
 * @param decoys innocent changes
 * @param effect how strong the fault is at first; it is made stronger until it is felt
 * @param traces whether there are any; so with the others
 * @param diffs whether the changes can be read
 * @param changes whether anything tells of changes; where nothing does, the place is asked for
 */
public record Difficulty(
    int services,
    double noise,
    double gaps,
    int decoys,
    double effect,
    boolean traces,
    boolean logs,
    boolean topology,
    boolean diffs,
    boolean changes) {
  public Difficulty {
    if (services < 5 || services > 60 || decoys < 0 || decoys > 50) {
      throw new IllegalArgumentException("5 to 60 services and 0 to 50 decoys");
    }
    if (!(noise >= 0 && noise <= 0.5) || !(gaps >= 0 && gaps <= 0.5) || !(effect >= 1)) {
      throw new IllegalArgumentException("noise and gaps lie in [0, 0.5], effect from 1");
    }
  }
}
